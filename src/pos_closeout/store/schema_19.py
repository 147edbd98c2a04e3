"""Sums over what the tables hold, and what the data folder knows of itself."""

STATEMENTS = (
    # One sum for each block of rows of each table, as ``sums`` reckons them; filled once all steps are done.
    """CREATE TABLE row_sums (
        "table" TEXT NOT NULL,
        block INTEGER NOT NULL,
        sum INTEGER NOT NULL,
        PRIMARY KEY ("table", block)
    ) STRICT, WITHOUT ROWID""",
    # ``id``: of the data folder this database belongs to, the same in all its safety copies.
    """CREATE TABLE data_folder (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO data_folder (key, value) VALUES ('id', lower(hex(randomblob(16))))",
)
