"""How customers pay after the stop, in the words of English notices."""

STATEMENTS = ("ALTER TABLE notice_plans ADD COLUMN pay_instead_en TEXT NOT NULL DEFAULT ''",)
