"""Step 1: why, and what is to happen to which terminal."""
