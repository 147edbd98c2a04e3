"""Papers on the screen, on their way to the printer, and into files."""
