"""policyctl: write, check and print the customer service policy of a business."""

__version__ = "0.1.0"
