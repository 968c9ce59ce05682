"""Show the documents of a policy in a browser while it is written: text in, pages and findings out."""
