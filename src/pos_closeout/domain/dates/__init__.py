"""Dates as owners type and ask for them, and the calendar of working days."""
