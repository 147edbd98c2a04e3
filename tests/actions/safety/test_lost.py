"""What a safety copy lacks is told entry by entry, in the words of the history, before it is restored."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.safety.copies import make_safety_copy
from pos_closeout.actions.safety.lost import lost_entries, lost_lines
from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.guidance import Guidance

NOW = datetime(2026, 11, 22, 18, 30).astimezone()
SHOP = "好味道小吃店"


def damaged(folder: Path, more: int = 0) -> DataFolderError:
    """Return the error of a folder that was damaged after a safety copy and some changes."""
    with open_data_folder(folder, NOW) as store:
        case = store.cases.add(
            Case(merchant=Merchant(registered_name=SHOP), terminals=(Terminal(number="10023456"),)), NOW
        )
        item = store.items.add(OpenItem(case_id=case.id, kind=ItemKind.REFUND, amount_fen=12850), NOW)
        make_safety_copy(store, NOW)
        later = NOW + timedelta(minutes=2)
        changed = replace(case, merchant=replace(case.merchant, phone="13900000002"))
        changed = replace(changed, terminals=(replace(case.terminals[0], place="收银台"),))
        store.cases.save(changed, later)
        store.items.save(replace(item, due_on=date(2026, 12, 1)), later)
        for number in range(more):
            at = later + timedelta(hours=1 + number)
            store.items.add(OpenItem(case_id=case.id, kind=ItemKind.DEPOSIT, amount_fen=number + 1), at)
        store.cases.add(Case(merchant=Merchant(registered_name="第二家")), later)
    path = folder / "closeout.db"
    content = path.read_bytes()
    assert SHOP.encode() in content
    path.write_bytes(content.replace(SHOP.encode(), "坏味道小吃店".encode()))
    with pytest.raises(DataFolderError, match=r"store\.damaged") as caught:
        open_data_folder(folder, later)
    return caught.value


def test_each_entry_is_named_with_its_case_and_when(tmp_path: Path, resources: Path) -> None:
    error = damaged(tmp_path)
    guidance = Guidance(resources / "guidance")
    english, chinese = (lost_entries(error, guidance, language) for language in ("en", "zh"))
    assert len(english) == len(chinese)
    assert all(line.startswith("2026-11-22 18:32") for line in english)
    told = "\n".join(english)
    for part in ("TJ-2026-0001", "13900000002", "10023456", "收银台", "128.50", "TJ-2026-0002", "第二家"):
        assert part in told, part
    assert SHOP not in told
    assert "电话" in "\n".join(chinese)


def test_of_many_entries_the_first_are_told_and_how_many_follow(tmp_path: Path, resources: Path) -> None:
    error = damaged(tmp_path, more=30)
    guidance = Guidance(resources / "guidance")
    lines = lost_lines(error, guidance, "en").splitlines()
    assert len(lines) == 11
    assert lines[-1] == f"• … and {len(lost_entries(error, guidance, 'en')) - 10} more"


def test_what_cannot_be_read_any_more_is_no_error(tmp_path: Path, resources: Path) -> None:
    error = damaged(tmp_path)
    path = Path(str(error.facts["path"]))
    path.write_bytes(b"\xa5" * len(path.read_bytes()))
    assert lost_lines(error, Guidance(resources / "guidance"), "zh") == ""
    assert lost_lines(DataFolderError("store.lost", path=str(path)), Guidance(resources / "guidance"), "zh") == ""
