"""The table of what has been told of an item, and until when the owner has put it off."""

STATEMENTS = (
    # A restored item comes back under its id with nothing told: reminding once too often beats once too little.
    """CREATE TABLE reminders (
        item_id INTEGER PRIMARY KEY REFERENCES open_items(id) ON DELETE CASCADE,
        told_at TEXT,
        told_due TEXT,
        told_for TEXT,
        snoozed_until TEXT
    ) STRICT""",
    "CREATE INDEX reminders_put_off ON reminders(snoozed_until) WHERE snoozed_until IS NOT NULL",
)
