"""The tables of the device step."""

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
)
