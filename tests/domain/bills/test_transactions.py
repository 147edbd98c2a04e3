from dataclasses import dataclass
from datetime import datetime

import pytest

from pos_closeout.domain.bills.transactions import IdentityParts, identity, is_strong

WHEN = datetime.fromisoformat("2026-06-05T10:00:07")
LONG = "4200000263201902167700134212"


@dataclass(frozen=True)
class Line:
    number: str = "123456"
    refund: bool = False
    fen: int = 500
    when: datetime = WHEN
    detail: str = "某顾客"

    def name(self, ordinal: int = 0) -> str:
        parts = IdentityParts("wechat", self.number, self.refund, self.fen, self.when, self.detail)
        return identity(parts, ordinal)


@pytest.mark.parametrize(
    ("number", "strong"),
    [
        (LONG, True),
        ("20230212220011000000000012_88", True),
        ("XSFF-SD2021101916055813620", True),
        ("202302xxxxxx0011000103xxxxxx", False),
        ("3985734", False),
        ("4.00123E+27", False),
        ("", False),
    ],
)
def test_only_a_long_number_names_a_line_by_itself(number: str, strong: bool) -> None:
    assert is_strong(number) is strong


def test_a_long_number_outlives_other_times_and_spellings() -> None:
    assert Line(LONG).name() == Line(LONG, when=WHEN.replace(hour=3), detail="?").name(4)


def test_a_refund_is_not_its_order() -> None:
    assert Line(LONG).name() != Line(LONG, refund=True).name()


def test_a_line_without_a_long_number_is_known_by_its_minute() -> None:
    assert Line().name() == Line(when=WHEN.replace(second=0)).name()
    assert Line().name() != Line(when=WHEN.replace(minute=1)).name()
    assert Line().name() != Line(fen=501).name()


def test_two_equal_lines_of_one_file_are_two() -> None:
    assert Line().name(0) != Line().name(1)
