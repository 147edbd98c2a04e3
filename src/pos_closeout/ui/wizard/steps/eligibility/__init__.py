"""Step 3: what stands in the way, and the questions that only the owner can answer."""
