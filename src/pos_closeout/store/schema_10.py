"""The table of the cards that home shows."""

STATEMENTS = (
    # Nothing in it is only here: a missing or outdated row is worked out again from the case.
    """CREATE TABLE case_cards (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        made_on TEXT NOT NULL,
        number TEXT NOT NULL,
        shop TEXT NOT NULL,
        representative TEXT NOT NULL,
        acquirer TEXT NOT NULL,
        action TEXT NOT NULL,
        terminals INTEGER NOT NULL,
        stop_on TEXT,
        sample INTEGER NOT NULL,
        closed_on TEXT,
        carried INTEGER NOT NULL,
        step TEXT NOT NULL,
        missing INTEGER NOT NULL,
        states TEXT NOT NULL,
        history INTEGER NOT NULL
    ) STRICT""",
)
