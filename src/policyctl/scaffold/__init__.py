"""Write the text of a policy: a first one from answers and a trade, and what is added to one that is there."""
