"""How each section of the policy is shown, a family a file; what needs no arranging is shown field by field."""
