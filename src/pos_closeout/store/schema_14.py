"""The tables of what terminals that stay still need, and of what was told and handed out of tasks with a day."""

STATEMENTS = (
    """CREATE TABLE upkeep_marks (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        terminal INTEGER NOT NULL,
        upkeep TEXT NOT NULL,
        done_on TEXT,
        months INTEGER,
        PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE task_reminders (
        case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
        task TEXT NOT NULL,
        told_due TEXT NOT NULL,
        told_for TEXT NOT NULL,
        PRIMARY KEY (case_id, task)
    ) STRICT, WITHOUT ROWID""",
    # No foreign key: a calendar has to be told of a task that has gone with its case.
    """CREATE TABLE task_dates (
        case_id INTEGER NOT NULL,
        task TEXT NOT NULL,
        due_on TEXT NOT NULL,
        told TEXT NOT NULL,
        revision INTEGER NOT NULL,
        changed TEXT NOT NULL,
        gone INTEGER NOT NULL,
        PRIMARY KEY (case_id, task)
    ) STRICT, WITHOUT ROWID""",
)
