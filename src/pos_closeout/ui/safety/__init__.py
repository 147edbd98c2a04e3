"""The windows of safety copies, of everything in one file, and of deleting for good."""
