"""Closed cases that were put away."""

STATEMENTS = (
    "ALTER TABLE closings ADD COLUMN archived_on TEXT",
    "ALTER TABLE case_cards ADD COLUMN archived INTEGER NOT NULL DEFAULT 0",
)
