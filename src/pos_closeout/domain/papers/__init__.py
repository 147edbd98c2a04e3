"""Which papers and enclosures a case needs, worked out from its answers."""
