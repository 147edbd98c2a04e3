"""What decides which questions and papers there are: the profile of a case, and what each device is."""

STATEMENTS = (
    """CREATE TABLE profiles (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
        applicant TEXT,
        applicant_name TEXT NOT NULL DEFAULT '',
        since TEXT,
        seal TEXT,
        acquirer_left INTEGER,
        acquirer_left_on TEXT,
        successor TEXT NOT NULL DEFAULT '',
        one_place INTEGER,
        untouched INTEGER,
        loss_reported INTEGER,
        debits_allowed INTEGER,
        brought_back TEXT NOT NULL DEFAULT '[]'
    ) STRICT""",
    "INSERT INTO profiles (case_id) SELECT id FROM cases",
    "ALTER TABLE terminals ADD COLUMN kind TEXT",
)
