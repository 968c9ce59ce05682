"""The bytes of a policy in; its data, the place of every key and value, and what is wrong with its YAML, out."""
