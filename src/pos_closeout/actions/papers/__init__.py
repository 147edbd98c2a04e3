"""Everything set on paper or written to files for other programs."""
