"""The table of what the owner said about payments that no bill shows."""

STATEMENTS = (
    """CREATE TABLE unpaid_answers (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        answered_at TEXT NOT NULL,
        last_bill INTEGER NOT NULL
    ) STRICT""",
)
