from dataclasses import replace
from datetime import date

import pytest

from pos_closeout.domain.case.backup import (
    Backup,
    BackupProof,
    BackupSource,
    Material,
    MonthState,
    copy_is_good,
    guessed_months,
    months,
    proof,
    wanted_since,
)

MADE = Backup(bag="/x/bag", bag_id="abc", made_on=date(2026, 11, 22))
READ = replace(MADE, checked_on=date(2026, 11, 22), checked_id="abc", faults=0)


def test_only_a_bag_that_was_read_back_whole_is_good() -> None:
    assert proof(Backup()) is BackupProof.NONE
    assert proof(MADE) is BackupProof.UNCHECKED
    assert proof(READ) is BackupProof.GOOD
    assert proof(replace(READ, faults=1)) is BackupProof.BAD
    assert proof(replace(READ, bag_id="newer")) is BackupProof.UNCHECKED


def test_a_second_copy_counts_on_another_volume_and_of_the_same_bag_only() -> None:
    copied = replace(READ, copy="/usb/bag", copy_id="abc", copy_on=date(2026, 11, 22), copy_apart=True)
    assert copy_is_good(copied)
    assert not copy_is_good(replace(copied, copy_apart=False))
    assert not copy_is_good(replace(copied, bag_id="newer"))


def test_each_month_is_chosen_imported_without_business_or_missing() -> None:
    sources = (
        BackupSource("a", Material.BILLS, date(2025, 1, 1), date(2025, 2, 1)),
        BackupSource("b", Material.PHOTOS, date(2025, 5, 1), date(2025, 5, 1)),
        BackupSource("c", Material.BILLS),
    )
    found = months(sources, [date(2025, 3, 9)], ("2025-04",), date(2025, 1, 15), date(2025, 5, 3))
    assert [(day.month, state) for day, state in found] == [
        (1, MonthState.CHOSEN),
        (2, MonthState.CHOSEN),
        (3, MonthState.IMPORTED),
        (4, MonthState.NOTHING),
        (5, MonthState.MISSING),
    ]


def test_bills_are_wanted_for_three_years_or_since_the_agreement() -> None:
    last = date(2026, 11, 22)
    assert wanted_since(Backup(), last, None) == date(2023, 12, 1)
    assert wanted_since(Backup(), last, date(2025, 3, 15)) == date(2025, 3, 1)
    assert wanted_since(Backup(since=date(2020, 6, 9)), last, date(2025, 3, 15)) == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("微信账单2025-01.csv", (2025, 1), (2025, 1)),
        ("账单202501-202503.zip", (2025, 1), (2025, 3)),
        ("20250131.csv", (2025, 1), (2025, 1)),
        ("支付宝2025年3月.csv", (2025, 3), (2025, 3)),
        ("2025年12月至2026年1月", (2025, 12), (2026, 1)),
    ],
)
def test_months_are_guessed_from_names(name: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert guessed_months(name) == (date(*first, 1), date(*last, 1))


@pytest.mark.parametrize("name", ["账单.csv", "10023456.csv", "822331054110001", "2025 年报.pdf"])
def test_other_numbers_are_no_months(name: str) -> None:
    assert guessed_months(name) == (None, None)
