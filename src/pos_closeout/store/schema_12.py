"""The photos and slips kept with the tasks of the device step."""

STATEMENTS = (
    """CREATE TABLE device_files (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        terminal INTEGER NOT NULL,
        task TEXT NOT NULL,
        name TEXT NOT NULL,
        stored_as TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_on TEXT,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
)
