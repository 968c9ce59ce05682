"""Read promises as rows that can be compared: each with its case, its limits and what they are counted from."""
