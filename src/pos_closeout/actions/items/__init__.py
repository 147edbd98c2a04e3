"""What is done with open items and what is kept beside them."""
