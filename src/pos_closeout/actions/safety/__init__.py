"""Safety copies, everything in one file, and deleting for good."""
