"""The tables of the notices and of the device step."""

STATEMENTS = (
    """CREATE TABLE device_tasks (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        terminal INTEGER NOT NULL,
        task TEXT NOT NULL,
        done_on TEXT,
        not_needed TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE last_prints (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        terminal INTEGER NOT NULL,
        batch TEXT NOT NULL,
        voucher TEXT NOT NULL,
        sale_count INTEGER,
        sale_fen INTEGER,
        refund_count INTEGER,
        refund_fen INTEGER,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE notice_plans (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        refund_until TEXT,
        pay_instead TEXT NOT NULL
    ) STRICT""",
    "INSERT INTO notice_plans (case_id, pay_instead) SELECT id, '' FROM cases",
    """CREATE TABLE notices (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        audience TEXT NOT NULL,
        name TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        way TEXT NOT NULL,
        item_id INTEGER NOT NULL,
        planned_on TEXT,
        sent_on TEXT,
        acknowledged_on TEXT,
        not_needed TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
)
