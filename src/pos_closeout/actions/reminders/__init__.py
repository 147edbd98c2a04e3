"""Reminders of open items and of dated tasks."""
