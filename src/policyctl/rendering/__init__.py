"""A view of a policy and the name of a document in, the bytes of each format out."""
