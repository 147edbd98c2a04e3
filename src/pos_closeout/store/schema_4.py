"""What has been told of an item and until when the owner has put it off; and the order of the outstanding list."""

STATEMENTS = (
    # A restored item comes back under its id with nothing told: reminding once too often beats once too little.
    """CREATE TABLE reminders (
        item_id INTEGER PRIMARY KEY REFERENCES open_items(id) ON DELETE CASCADE,
        told_at TEXT,
        told_due TEXT,
        told_for TEXT,
        snoozed_until TEXT
    ) STRICT""",
    # Everything the list sorts, groups and filters by, in its order: the table itself need not be read.
    """CREATE INDEX open_items_listed
        ON open_items(due_on IS NULL, due_on, ifnull(amount_fen, 0) DESC, id, case_id, kind, amount_fen)
        WHERE state = 'open'""",
    "CREATE INDEX reminders_put_off ON reminders(snoozed_until) WHERE snoozed_until IS NOT NULL",
)
