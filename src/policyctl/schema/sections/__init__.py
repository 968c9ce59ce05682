"""The sections of the policy, each a file of fields."""
