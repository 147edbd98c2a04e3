"""What open items need beyond their one line, and how a case is closed.

The list of all items never loads any of it: it is read for one item at a time.

Everything about an item names it by number without a foreign key: numbers never come back for another item, and an item
that is deleted and brought back finds all of it again. With its case it goes.
"""

STATEMENTS = (
    # Days the owner added (free) or took out (worked) from the published calendar.
    """CREATE TABLE own_days (
        day TEXT PRIMARY KEY,
        working INTEGER NOT NULL,
        note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Time limits the owner changed; what is not here counts as usual.
    """CREATE TABLE own_limits (
        name TEXT PRIMARY KEY,
        number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE item_facts (
        item_id INTEGER NOT NULL,
        fact TEXT NOT NULL,
        value TEXT NOT NULL,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        PRIMARY KEY (item_id, fact)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX item_facts_by_case ON item_facts(case_id)",
    """CREATE TABLE item_notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id INTEGER NOT NULL,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX item_notes_by_item ON item_notes(item_id)",
    "CREATE INDEX item_notes_by_case ON item_notes(case_id)",
    """CREATE TABLE item_talks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id INTEGER NOT NULL,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        way TEXT NOT NULL,
        with_whom TEXT NOT NULL,
        result TEXT NOT NULL,
        next_step TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX item_talks_by_item ON item_talks(item_id)",
    "CREATE INDEX item_talks_by_case ON item_talks(case_id)",
    # stored_as is the file's place below the folder of attachments; a file that was removed lies in the bin there.
    """CREATE TABLE item_proofs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id INTEGER NOT NULL,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        stored_as TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        removed INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX item_proofs_by_item ON item_proofs(item_id)",
    "CREATE INDEX item_proofs_by_case ON item_proofs(case_id)",
    """CREATE TABLE closings (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        closed_on TEXT
    ) STRICT""",
    "INSERT INTO closings (case_id) SELECT id FROM cases",
    """CREATE TABLE carried_items (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        item_id INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
)
