"""The acquirer's own forms: copies filled for a case, and which field stands where in forms of one making."""

STATEMENTS = (
    """CREATE TABLE filled_forms (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        layout TEXT NOT NULL,
        version INTEGER NOT NULL,
        stored_as TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        filled_on TEXT,
        places INTEGER NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE form_layouts (
        layout TEXT NOT NULL,
        place TEXT NOT NULL,
        answer TEXT NOT NULL,
        own INTEGER NOT NULL,
        PRIMARY KEY (layout, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE form_names (
        layout TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
