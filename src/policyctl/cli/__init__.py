"""The command line: the only room that touches the world."""
