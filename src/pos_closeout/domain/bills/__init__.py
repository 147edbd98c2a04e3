"""Imported bills: their lines, the months they cover, and what they propose."""
