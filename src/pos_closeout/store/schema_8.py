"""The tables of the follow-up."""

STATEMENTS = (
    """CREATE TABLE follow_ups (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        confirmed_on TEXT,
        confirmation_number TEXT NOT NULL DEFAULT '',
        slip_number TEXT NOT NULL DEFAULT '',
        deposit_none INTEGER NOT NULL DEFAULT 0,
        deposit_asked_on TEXT,
        deposit_received_on TEXT,
        deposit_received_fen INTEGER,
        deposit_deducted_fen INTEGER,
        deposit_deducted_why TEXT NOT NULL DEFAULT '',
        claw_back_months INTEGER,
        went_well TEXT NOT NULL DEFAULT '',
        to_improve TEXT NOT NULL DEFAULT '',
        resumed_why TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "INSERT INTO follow_ups (case_id) SELECT id FROM cases",
    """CREATE TABLE watched_months (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        month TEXT,
        checked_on TEXT,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE late_charges (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        charged_on TEXT,
        amount_fen INTEGER,
        what TEXT NOT NULL,
        objected_on TEXT,
        returned_on TEXT,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
)
