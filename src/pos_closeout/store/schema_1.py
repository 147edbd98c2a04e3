"""The tables of the first version. Never edited after a release: a later change is a migration of its own."""

STATEMENTS = (
    """CREATE TABLE serials (
        year INTEGER PRIMARY KEY,
        last INTEGER NOT NULL
    ) STRICT""",
    # AUTOINCREMENT everywhere: the history names rows by number, so a number must never come back for another row.
    """CREATE TABLE cases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL UNIQUE,
        created_on TEXT,
        sample INTEGER NOT NULL,
        nothing_open INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE merchants (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        registered_name TEXT NOT NULL,
        trading_name TEXT NOT NULL,
        entity_type TEXT NOT NULL,
        identity_number TEXT NOT NULL,
        merchant_number TEXT NOT NULL,
        other_numbers TEXT NOT NULL,
        industry TEXT NOT NULL,
        registered_address TEXT NOT NULL,
        representative TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        agreement_number TEXT NOT NULL,
        signed_on TEXT
    ) STRICT""",
    """CREATE TABLE acquirers (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        branch TEXT NOT NULL,
        confirmed INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE agents (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        phone TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE handlers (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        id_number TEXT NOT NULL,
        phone TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE settlements (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        account_name TEXT NOT NULL,
        account_last4 TEXT NOT NULL,
        bank TEXT NOT NULL,
        last_transaction_on TEXT,
        last_batch_number TEXT NOT NULL,
        last_batch_on TEXT,
        unsettled_fen INTEGER,
        unsettled_expected_on TEXT,
        deposit_fen INTEGER,
        deposit_receipt TEXT NOT NULL,
        deposit_account TEXT NOT NULL,
        fees_due_fen INTEGER,
        stop_billing_on TEXT,
        wants_clearance INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE requests (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        reasons TEXT NOT NULL,
        reason_note TEXT NOT NULL,
        stop_on TEXT,
        after_close_of_business INTEGER NOT NULL,
        stop_kinds TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE letters (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        language TEXT NOT NULL,
        addressee TEXT NOT NULL,
        contact_after TEXT NOT NULL,
        left_out TEXT NOT NULL,
        issued_version INTEGER NOT NULL,
        issued_digest TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE terminals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number TEXT NOT NULL,
        serial_number TEXT NOT NULL,
        model TEXT NOT NULL,
        sim TEXT NOT NULL,
        place TEXT NOT NULL,
        ownership TEXT NOT NULL,
        condition TEXT NOT NULL,
        accessories TEXT NOT NULL,
        qr_codes TEXT NOT NULL,
        action TEXT
    ) STRICT""",
    "CREATE INDEX terminals_by_case ON terminals(case_id)",
    """CREATE TABLE answers (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "check" TEXT NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE open_items (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        amount_fen INTEGER,
        original_on TEXT,
        channel TEXT NOT NULL,
        terminal_number TEXT NOT NULL,
        masked_account TEXT NOT NULL,
        reference TEXT NOT NULL,
        voucher TEXT NOT NULL,
        counterparty TEXT NOT NULL,
        contact TEXT NOT NULL,
        due_on TEXT,
        due_basis TEXT NOT NULL,
        note TEXT NOT NULL,
        state TEXT NOT NULL,
        cleared_on TEXT,
        cleared_how TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX open_items_by_case ON open_items(case_id)",
    "CREATE INDEX open_items_waiting ON open_items(due_on) WHERE state = 'open'",
    # No foreign key: the line that says a case was deleted outlives the case.
    """CREATE TABLE timeline (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        case_id INTEGER NOT NULL,
        what TEXT NOT NULL,
        old TEXT NOT NULL,
        new TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX timeline_by_case ON timeline(case_id)",
    """CREATE TRIGGER timeline_is_never_changed BEFORE UPDATE ON timeline
        BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
    # Together with its case the history may go: whoever deletes a case means the names and numbers in it too.
    """CREATE TRIGGER timeline_is_never_shortened BEFORE DELETE ON timeline
        WHEN EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id)
        BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END""",
    """CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
