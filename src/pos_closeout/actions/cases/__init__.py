"""What is done with whole cases: kept, closed, put away, read back, told."""
