"""Step 6: whom to call, how not to be cheated, what to say, and what was said."""
