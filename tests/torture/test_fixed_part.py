"""A small fixed part of ``make torture``, so that every run of the tests has some of it."""

from tests.torture import card_numbers, hostile


def test_no_card_number_reaches_the_disk() -> None:
    (row,) = card_numbers.run(1, 0, numbers=16)
    assert (row.tried, row.faults) == (320, 0), row.note


def test_hostile_files_are_answered() -> None:
    rows = [hostile._many(1, name, method, 120, float("inf")) for name, method, _ in hostile.KINDS]
    assert [(row.tried, row.faults) for row in rows] == [(120, 0)] * len(rows), rows
