"""The outstanding list: one table of what is still owed, and everything that can be done to a line."""
