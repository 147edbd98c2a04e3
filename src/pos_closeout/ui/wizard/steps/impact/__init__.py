"""Step 5: what the stop means for the takings, what replaces the terminal, and what could go wrong."""
