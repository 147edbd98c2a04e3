"""What is done with bills: read, imported, and decided about."""
