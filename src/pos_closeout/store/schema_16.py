"""What was found on a statement after the stop, looked at, and left."""

STATEMENTS = (
    "ALTER TABLE late_charges ADD COLUMN left_on TEXT",
    "ALTER TABLE late_charges ADD COLUMN left_why TEXT",
)
