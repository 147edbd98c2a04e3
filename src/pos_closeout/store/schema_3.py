"""What open items need beyond their one line. Read for one item at a time: the list of all items never loads it."""

STATEMENTS = (
    # Days the owner added (free) or took out (worked) from the published calendar.
    """CREATE TABLE own_days (
        day TEXT PRIMARY KEY,
        working INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
