"""The tables of the steps impact, contact and review."""

STATEMENTS = (
    """CREATE TABLE contact_guards (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        slip_name TEXT NOT NULL,
        agreement_name TEXT NOT NULL,
        payer_name TEXT NOT NULL,
        own_number INTEGER,
        called_first INTEGER,
        secret_asked INTEGER
    ) STRICT""",
    """INSERT INTO contact_guards (case_id, slip_name, agreement_name, payer_name)
        SELECT id, '', '', '' FROM cases""",
    """CREATE TABLE contact_numbers (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number TEXT NOT NULL,
        whose TEXT NOT NULL,
        source TEXT,
        checked_on TEXT,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE contacts (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        spoken_on TEXT,
        spoken_at TEXT NOT NULL,
        way TEXT NOT NULL,
        number TEXT NOT NULL,
        source TEXT,
        clerk TEXT NOT NULL,
        staff_number TEXT NOT NULL,
        ticket TEXT NOT NULL,
        agreed_fees TEXT NOT NULL,
        agreed_deposit TEXT NOT NULL,
        agreed_data TEXT NOT NULL,
        agreed_stop_on TEXT,
        next_step TEXT NOT NULL,
        next_on TEXT,
        next_done INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE review_plans (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        answer_days INTEGER,
        receipt_days INTEGER,
        asked INTEGER NOT NULL
    ) STRICT""",
    "INSERT INTO review_plans (case_id, asked) SELECT id, 0 FROM cases",
    """CREATE TABLE review_events (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        happened_on TEXT,
        version INTEGER NOT NULL,
        how TEXT,
        number TEXT NOT NULL,
        reasons TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE repairs (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        version INTEGER NOT NULL,
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        done INTEGER NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE issued_texts (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        version INTEGER NOT NULL,
        issued_on TEXT,
        zh TEXT NOT NULL,
        en TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE impacts (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        stopping TEXT NOT NULL,
        stopping_said INTEGER NOT NULL,
        risks_said INTEGER NOT NULL,
        accepted INTEGER NOT NULL
    ) STRICT""",
    "INSERT INTO impacts (case_id, stopping, stopping_said, risks_said, accepted) SELECT id, '[]', 0, 0, 0 FROM cases",
    """CREATE TABLE takings_estimates (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        channel TEXT NOT NULL,
        monthly_fen INTEGER,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE replacements (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        ready_by TEXT,
        ready INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE risks (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        what TEXT NOT NULL,
        likelihood TEXT NOT NULL,
        consequence TEXT NOT NULL,
        measure TEXT NOT NULL,
        who TEXT NOT NULL,
        until TEXT,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
)
