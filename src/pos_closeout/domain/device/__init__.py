"""The terminals: what they are, what is done on each, and what those that stay still need."""
