"""Finding things again: one search over everything, and the history of a case."""
