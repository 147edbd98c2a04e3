"""What each step of the database does, in order; loaded only when one is to be done."""

from collections.abc import Sequence

from pos_closeout.store import (
    schema_1,
    schema_2,
    schema_3,
    schema_4,
    schema_5,
    schema_6,
    schema_7,
    schema_8,
    schema_9,
    schema_10,
    schema_11,
    schema_12,
    schema_13,
    schema_14,
    schema_15,
    schema_16,
    schema_17,
    schema_18,
    schema_19,
    schema_20,
)

STATEMENTS: tuple[Sequence[str], ...] = (
    schema_1.STATEMENTS,
    schema_2.STATEMENTS,
    schema_3.STATEMENTS,
    schema_4.STATEMENTS,
    schema_5.STATEMENTS,
    schema_6.STATEMENTS,
    schema_7.STATEMENTS,
    schema_8.STATEMENTS,
    schema_9.STATEMENTS,
    schema_10.STATEMENTS,
    schema_11.STATEMENTS,
    schema_12.STATEMENTS,
    schema_13.STATEMENTS,
    schema_14.STATEMENTS,
    schema_15.STATEMENTS,
    schema_16.STATEMENTS,
    schema_17.STATEMENTS,
    schema_18.STATEMENTS,
    schema_19.STATEMENTS,
    schema_20.STATEMENTS,
)
