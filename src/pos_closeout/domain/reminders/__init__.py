"""What the program reminds of, and when."""
