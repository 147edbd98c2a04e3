"""The tables of the dates handed to a calendar, and of entries that are reminded of in a way of their own."""

STATEMENTS = (
    # No foreign key: a calendar has to be told of an item that has gone, with its case or alone.
    """CREATE TABLE calendar_dates (
        item_id INTEGER PRIMARY KEY,
        due_on TEXT NOT NULL,
        revision INTEGER NOT NULL,
        changed TEXT NOT NULL,
        gone INTEGER NOT NULL
    ) STRICT""",
    # An item that is deleted and brought back keeps its way.
    """CREATE TABLE item_rhythms (
        item_id INTEGER PRIMARY KEY,
        days_before INTEGER NOT NULL,
        every_days INTEGER NOT NULL
    ) STRICT""",
)
