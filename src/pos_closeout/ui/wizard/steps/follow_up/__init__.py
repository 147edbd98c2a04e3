"""Step 12: until the last yuan is home, and what may still come after that."""
