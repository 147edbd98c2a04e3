"""``layouts``: a table that was named once is known everywhere, and a new platform needs one entry and no code."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pos_closeout.actions.bills.inspect_statement import inspect_statements
from pos_closeout.actions.bills.layout_texts import LayoutTexts
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.bills.table_layouts import known_mappings, remember_mapping, take_in_mapping
from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.cells import column_name
from pos_closeout.statements.mapping import ColumnMapping, header_key
from tests.cli.conftest import Verb

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HEADER = "何时,多少,怎样,退了多少,退款怎样"
TILL = f"{HEADER}\n2026-07-01 10:00:00,30.00,收款成功,,\n2026-07-02 10:00:00,40.00,收款成功,8.00,退款失败\n"
COLUMNS = {"when": "何时", "amount": "多少", "status": "怎样", "refund_amount": "退了多少", "refund_status": "退款怎样"}


def mapping(name: str = "") -> ColumnMapping:
    key = header_key(column_name(each) for each in HEADER.split(","))
    return ColumnMapping(key, COLUMNS, Direction.IN, "yuan", BillChannel.OTHER, name)


@pytest.fixture
def key(tmp_path: Path) -> str:
    """The number of a layout that is remembered."""
    with open_data_folder(tmp_path / "data", NOW) as store:
        remember_mapping(store, mapping("小店收银"))
    return mapping().key


def test_a_layout_is_listed_renamed_and_forgotten(verb: Verb, key: str) -> None:
    (found,) = verb("layouts", "list", "--json").data
    assert (found["key"], found["name"], found["columns"]) == (key, "小店收银", COLUMNS)
    assert verb("layouts", "rename", key, "  前台 收银 ", "--json").data["name"] == "前台 收银"
    assert "前台 收银" in verb("layouts", "list").out
    assert verb("layouts", "forget", key).code == 0
    assert "还没有记住" in verb("layouts", "list").out
    assert verb("layouts", "forget", key).code == 2


def test_a_layout_goes_to_another_computer_and_reads_the_same_table_there(verb: Verb, key: str, tmp_path: Path) -> None:
    handed, other = tmp_path / "till.layout.json", tmp_path / "other"
    assert verb("layouts", "export", key, "--out", str(handed)).code == 0
    assert "30.00" not in handed.read_text("utf-8")
    assert verb("layouts", "take-in", str(handed), "--json", data=other).data["name"] == "小店收银"
    bill, case = tmp_path / "till.csv", tmp_path / "case.json"
    bill.write_text(TILL, encoding="utf-8")
    case.write_text("{}", encoding="utf-8")
    verb("case", "new", str(case), data=other)
    (file,) = verb("import", str(bill), "--case", "1", "--json", data=other).data["files"]
    assert (file["rows"], file["problems"]) == (2, 0)
    assert [(each["amount_fen"], each["reason"]) for each in file["proposals"]] == [
        (8_00, "refund_action: 退款怎样 退款失败")
    ]


def test_a_layout_that_is_agreed_to_again_keeps_its_name(key: str, tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "data", NOW) as store:
        remember_mapping(store, mapping())
        (kept,) = known_mappings(store)
    assert (kept.key, kept.name) == (key, "小店收银")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "something"},
        {"version": 2},
        {"header": "../../etc"},
        {"header": 5},
        {"columns": {"when": "何时"}},
        {"columns": ["何时"]},
        {"columns": {"when": "何时", "amount": "X" * 5000}},
        {"unit": "dollars"},
        {"positive": "up"},
        {"channel": "moon"},
    ],
)
def test_another_file_is_refused_in_one_sentence(
    verb: Verb, key: str, tmp_path: Path, change: dict[str, object]
) -> None:
    handed = tmp_path / "handed.json"
    verb("layouts", "export", key, "--out", str(handed))
    told = json.loads(handed.read_text("utf-8"))
    handed.write_text(json.dumps({**told, **change}), encoding="utf-8")
    said = verb("layouts", "take-in", str(handed))
    assert said.code == 2
    assert "不是表格格式文件" in said.err


def test_files_that_are_no_text_at_all_are_refused(tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "data", NOW) as store:
        for content in (b"\xff\xfe\x00", b"", b"[" * 50_000, b"x" * 100_000):
            path = tmp_path / "handed.json"
            path.write_bytes(content)
            with pytest.raises(BadInputError, match=r"layout\.not_a_layout"):
                take_in_mapping(store, path)


ENTRY = """
[[layout]]
id = "neighbour_pay"
family = "neighbour"
name = { zh = "邻居付账单", en = "Neighbour Pay bill" }
guide = [{ zh = "找邻居要。", en = "Ask the neighbour." }]
channel = "other"
direction = "sales"
requires = ["邻居时间", "邻居金额", "邻居状态"]
[layout.words]
done = ["妥了"]
unfinished = ["悬着"]
[layout.columns]
when = ["邻居时间"]
amount = ["邻居金额"]
status = ["邻居状态"]
"""


def test_a_new_platform_needs_an_entry_and_nothing_else(resources: Path, tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "statements"
    shutil.copytree(resources / "statements", folder)
    with (folder / "layouts.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    bill = tmp_path / "bill.csv"
    bill.write_text(
        "邻居时间,邻居金额,邻居状态\n2026-07-01 10:00:00,3.00,妥了\n2026-07-02 10:00:00,4.00,悬着\n", encoding="utf-8"
    )
    (found,) = inspect_statements(folder.parent, (bill,), date(2026, 11, 22))["files"]
    assert (found["format"], found["rows"], found["income_fen"], found["unrecognised"]) == (
        "neighbour_pay",
        2,
        7_00,
        {},
    )
    assert [each["reason"] for each in found["proposals"]] == ["unfinished: 悬着"]
    texts = LayoutTexts(load_words(folder.parent))
    assert texts.layout_name("neighbour_pay").zh == texts.family_name("neighbour").zh == "邻居付账单"
    assert [line.en for line in texts.guide("neighbour")] == ["Ask the neighbour."]
    assert "neighbour" in texts.families()


def test_every_layout_has_a_name_and_a_guide_in_both_languages(resources: Path) -> None:
    texts = LayoutTexts(load_words(resources))
    other = texts.family_name("table")
    for layout in texts.vocabulary.layouts:
        if not layout.refuse:
            assert texts.layout_name(layout.id) != other
            assert texts.guide(layout.family) != texts.guide("table")
    assert texts.families()[:5] == ("wechat-merchant", "alipay-merchant", "ums", "lakala", "acquirer")
    assert texts.families()[-1] == "table"
    assert texts.family_name("acquirer") != other
