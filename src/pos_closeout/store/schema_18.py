"""The other texts of a line of an account statement, where a charge may be named, and what each bill says went back."""

STATEMENTS = (
    "ALTER TABLE bill_lines ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE bill_repeats ADD COLUMN refunded_fen INTEGER NOT NULL DEFAULT 0",
)
