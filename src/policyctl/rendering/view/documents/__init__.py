"""Each document that is no handbook is laid out by a module: which pieces it has, and what stands in each."""
