"""One question finds everything a case holds, in both languages, and says where it stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_files import add_note, log_talk
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.search import MOST, Searcher
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import FollowUp, LateCharge
from pos_closeout.domain.device.tasks import DeviceTask, Task
from pos_closeout.domain.ledger.item_file import Talk, TalkChannel
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.search import BILLS, HISTORY, LIBRARY, Hit
from pos_closeout.guidance.guidance import Guidance
from tests.store.bill_rows import add_line

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
Find = Callable[..., tuple[Hit, ...]]


@pytest.fixture
def case(store: Store) -> Case:
    return add_sample_case(store, date(2026, 11, 22), NOW)


@pytest.fixture
def find(store: Store, resources: Path) -> Find:
    guidance = Guidance(resources / "guidance")

    def asked(text: str, language: str = "zh", case_id: int | None = None) -> tuple[Hit, ...]:
        return Searcher(store.database.path, guidance, language).find(text, case_id).hits

    return asked


def _groups(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.group for hit in hits}


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        ("和顺便利店", "identity"),
        ("92310115MA1K3TE79M", "identity"),
        ("ma1k3te79m", "identity"),
        ("８２２３３１０５４１１０００１", "identity"),
        ("10023457", "identity"),
        ("张䶮", "identity"),
        ("王女士", "contact"),
        ("95016", "contact"),
        ("缺营业执照副本", "review"),
        ("1098765432100", "application"),
        ("顾客陈女士", "notices"),
        ("顾客陈女士", "open_items"),
        ("移动硬盘", "backup"),
        ("新建", HISTORY),
        ("商户编号", LIBRARY),
        ("merchant number", LIBRARY),
    ],
)
def test_everything_written_down_is_found_where_it_stands(find: Find, case: Case, asked: str, group: str) -> None:
    if asked == "新建":
        asked = case.number
    for language in ("zh", "en"):
        assert group in _groups(find(asked, language))


def test_device_and_follow_up_are_searched_too(store: Store, find: Find, case: Case) -> None:
    told = replace(
        case,
        device_tasks=(DeviceTask(case.terminals[0].id, Task.SETTLE, note="批次核对过"),),
        follow_up=FollowUp(went_well="押金三天到账"),
        late_charges=(LateCharge(date(2026, 11, 20), 9900, "流量费"),),
    )
    save_case(store, told, NOW)
    assert _groups(find("批次核对过")) == {"device", HISTORY}
    assert _groups(find("三天到账")) == {"follow_up", HISTORY}
    assert "follow_up" in _groups(find("流量费"))
    assert "follow_up" in _groups(find("99.00"))


def test_an_item_is_found_by_kind_amount_note_talk_and_the_shop_around_it(store: Store, find: Find, case: Case) -> None:
    item = add_item(
        store, OpenItem(case_id=case.id, kind=ItemKind.FEE, amount_fen=123456, counterparty="流量公司"), NOW
    )
    add_note(store, item.id, "Ｎｏ．ＡＢ１２ 已寄出", NOW)
    log_talk(
        store, item.id, Talk(at="2026-11-22T09:00:00", way=TalkChannel.CALL, with_whom="小周", result="下周退"), NOW
    )
    for asked in (
        "1,234.56",
        "1234.56 流量公司",
        "和顺 流量公司",
        "ab12",
        "流量公司 已寄出",
        "小周 下周",
        "FEE 流量公司",
    ):
        hits = [hit for hit in find(asked) if hit.group == "open_items"]
        assert [hit.item_id for hit in hits] == [item.id], asked
    assert not [hit for hit in find("和顺") if hit.item_id]


def test_many_hits_are_cut_and_one_case_alone_can_be_searched(store: Store, resources: Path, case: Case) -> None:
    for number in range(MOST + 5):
        add_item(store, OpenItem(case_id=case.id, amount_fen=100, counterparty=f"批量{number}"), NOW)
    finder = Searcher(store.database.path, Guidance(resources / "guidance"), "zh")
    found = finder.find("批量")
    assert "open_items" in found.more
    assert sum(hit.group == "open_items" for hit in found.hits) == MOST
    assert not finder.find("批量", case.id + 1).hits
    assert not finder.find("").hits


def test_a_search_that_is_stopped_says_that_it_is_not_whole(store: Store, resources: Path, case: Case) -> None:
    with store.database.writing():
        for number in range(3000):
            item = OpenItem(case_id=case.id, amount_fen=100, counterparty=f"批量{number}")
            store.items.add(item, NOW)
    found = Searcher(store.database.path, Guidance(resources / "guidance"), "zh").find("没有的", stopped=lambda: True)
    assert not found.whole


def test_imported_lines_are_found_by_order_number_amount_and_name(store: Store, find: Find, case: Case) -> None:
    add_line(store, case.id)
    for asked in ("4200001234567", "0123456", "43.21", "¥43.21 小陈", "a小陈", "2026-11-20 小陈", "和顺 小陈"):
        hits = [hit for hit in find(asked) if hit.group == BILLS]
        assert [(hit.case_id, hit.bill_id) for hit in hits] == [(case.id, 1)], asked


@pytest.mark.parametrize("asked", ["2026-12-01", "2026年12月1日", "12月1日", "12/1", "1 Dec 2026", "December 1"])
def test_a_day_is_found_wherever_it_was_written_down(store: Store, find: Find, case: Case, asked: str) -> None:
    due, told, other = (
        add_item(store, replace(item, case_id=case.id, amount_fen=100), NOW)
        for item in (
            OpenItem(due_on=date(2026, 12, 1)),
            OpenItem(note="说好了12月1日退"),
            OpenItem(due_on=date(2026, 11, 1), note="2月1日"),
        )
    )
    talk = add_item(store, OpenItem(case_id=case.id, amount_fen=100), NOW)
    log_talk(store, talk.id, Talk(at="2026-12-01T09:00:00", way=TalkChannel.CALL, with_whom="小周"), NOW)
    request = replace(case.request, stop_on=date(2026, 12, 1))
    save_case(store, replace(case, request=request, follow_up=FollowUp(deposit_asked_on=date(2026, 12, 1))), NOW)
    hits = find(asked)
    items = {hit.item_id for hit in hits if hit.item_id}
    assert {due.id, told.id, talk.id} <= items
    assert other.id not in items
    assert {"purpose", "follow_up", HISTORY} <= _groups(hits)


def test_a_day_of_the_history_and_of_a_bill_is_found(store: Store, find: Find, case: Case) -> None:
    add_line(store, case.id)
    for asked in ("11月20日", "Nov 20 2026", "2026年11月 小陈", "20261120"):
        assert [hit.bill_id for hit in find(asked) if hit.group == BILLS] == [1], asked
    for asked in ("10月20日", "11月2日", "20 Nov 2025"):
        assert not [hit for hit in find(asked) if hit.group == BILLS], asked
    assert HISTORY in _groups(find("2026年11月22日"))
