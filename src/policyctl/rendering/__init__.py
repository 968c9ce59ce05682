"""Rendering prints a policy as documents: a view says it in blocks, templates arrange them, a format makes the file."""
