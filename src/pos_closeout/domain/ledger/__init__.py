"""Open items: kinds, extra fields, due dates with the rules they come from, and the limits those count."""
