from pathlib import Path

import pytest

from pos_closeout.domain.ledger.open_items import ItemKind
from tests.cli.conftest import Verb


@pytest.fixture(autouse=True)
def opened(verb: Verb, case_file: Path) -> None:
    """Every test here begins with one case that has one overdue refund."""
    assert verb("case", "new", str(case_file)).code == 0


def test_the_list_begins_with_the_six_promised_keys(verb: Verb) -> None:
    (item,) = verb("items", "list", "--json").data
    assert list(item.items())[:6] == [
        ("id", 1),
        ("kind", "refund"),
        ("amount_fen", 12800),
        ("state", "open"),
        ("due", "2026-11-20"),
        ("case", 1),
    ]


def test_an_item_is_added_cleared_and_deleted(verb: Verb) -> None:
    added = verb(
        "items",
        "add",
        "--case",
        "1",
        "--kind",
        "fee",
        "--amount",
        "1,234.5",
        "--due",
        "2026年12月1日",
        "--note",
        "流量费",
        "--json",
    ).data
    assert (added["amount_fen"], added["due"], added["note"]) == (123450, "2026-12-01", "流量费")
    cleared = verb("items", "clear", str(added["id"]), "--how", "已结清", "--json").data
    assert (cleared["state"], cleared["cleared_on"], cleared["due_group"]) == ("cleared", "2026-11-22", None)
    assert [item["id"] for item in verb("items", "list", "--json").data] == [1]
    assert [item["id"] for item in verb("items", "list", "--all", "--case", "1", "--json").data] == [1, 2]
    assert verb("items", "delete", "2", "--json").data["id"] == 2
    assert len(verb("items", "list", "--all", "--json").data) == 1


def test_people_see_lines_and_a_total(verb: Verb) -> None:
    out = verb("items", "list").out.splitlines()
    assert out[0].startswith("1  已逾期  2026-11-20  ¥128.00")
    assert out[-1] == "合计 1 项，128.00 元；已逾期 1 项，128.00 元"
    verb("items", "delete", "1")
    assert verb("items", "list").out == "没有未结事项。\n"


def test_no_card_number_is_kept(verb: Verb) -> None:
    said = verb(
        "items",
        "add",
        "--case",
        "1",
        "--kind",
        "refund",
        "--amount",
        "1",
        "--masked-account",
        "6222021001000004",
        "--json",
    )
    assert said.data["masked_account"] == "622202******0004"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("add", "--case", "1", "--kind", "refund", "--amount", "1.005"), "amount.not_a_number"),
        (("add", "--case", "1", "--kind", "refund", "--amount", "0"), "amount.out_of_range"),
        (("add", "--case", "1", "--kind", "refund"), "item.amount_missing"),
        (("add", "--case", "1", "--kind", "refund", "--amount", "1", "--due", "2026-02-30"), "date.impossible"),
        (("add", "--case", "9", "--kind", "refund", "--amount", "1"), "case.not_found"),
        (("add", "--case", "1", "--kind", "loan", "--amount", "1"), "usage"),
        (("list", "--case", "9"), "case.not_found"),
        (("list", "--case", "99999999999999999999"), "usage"),
        (("clear", "9", "--how", "x"), "item.not_found"),
        (("clear", "1", "--how", " "), "item.cleared_without_way"),
        (("delete", "9"), "item.not_found"),
        (("burn",), "usage"),
    ],
)
def test_wrong_input_changes_nothing_and_ends_with_2(verb: Verb, arguments: tuple[str, ...], error: str) -> None:
    before = verb("items", "list", "--all", "--json").out
    said = verb("items", *arguments, "--json")
    assert (said.code, said.error["error"], said.out) == (2, error, "")
    assert said.error["message"]
    assert verb("items", "list", "--all", "--json").out == before


@pytest.mark.parametrize("kind", [kind.value for kind in ItemKind if kind is not ItemKind.REFUND])
def test_a_date_goes_with_the_kind_it_belonged_to(verb: Verb, kind: str) -> None:
    changed = verb("items", "change", "1", "--kind", kind, "--json").data
    assert changed["kind"] == kind
    assert changed["due"] != "2026-11-20"
