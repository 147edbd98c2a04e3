"""Step 10: everybody who has to be told about the stop, with words for each."""
