"""The dated tasks on the cards of home; cards made without them are made anew."""

STATEMENTS = (
    "ALTER TABLE case_cards ADD COLUMN task_days TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE case_cards ADD COLUMN task_words TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE case_cards ADD COLUMN task_abouts TEXT NOT NULL DEFAULT '[]'",
    "DELETE FROM case_cards",
)
