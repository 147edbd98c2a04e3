import re

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.evidence.names import BagNames, safe_name
from pos_closeout.evidence.places import reach


def test_chinese_and_spaces_stay_and_what_windows_forbids_is_written_wide() -> None:
    assert safe_name("微信 账单 (1).csv") == "微信 账单 (1).csv"
    assert safe_name('a<b>:"c|?*.txt') == "a＜b＞：＂c｜？＊.txt"
    assert [safe_name(name) for name in ("CON", "con.txt", "lpt1.csv", "nul", "contract.pdf")] == [
        "_CON", "_con.txt", "_lpt1.csv", "_nul", "contract.pdf",
    ]  # fmt: skip
    assert safe_name("end. ") == "end"
    assert safe_name("\udcff.txt") == "_.txt"


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_windows_and_linux_can_hold(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe.encode()) <= 200
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', safe)
    assert safe[-1] not in ". "


@given(st.lists(st.lists(st.sampled_from(["a", "A", "b", "a (2)", "名"]), min_size=1, max_size=3), max_size=12))
def test_no_two_files_get_one_place_and_none_stands_where_a_folder_is(paths: list[list[str]]) -> None:
    names = BagNames()
    places = [names.place("bills", tuple(parts)).casefold() for parts in paths]
    assert len(set(places)) == len(places)
    for place in places:
        assert not any(other.startswith(f"{place}/") for other in places)


def test_a_path_too_deep_for_windows_is_made_flat() -> None:
    assert BagNames().place("bills", (*["很深的文件夹" * 4] * 10, "账单.csv")) == "bills/账单.csv"


def test_long_paths_reach_windows_in_its_long_form() -> None:
    assert reach("/mnt/x", "posix") == "/mnt/x"
    assert reach("\\\\?\\C:\\x", "nt") == "\\\\?\\C:\\x"
