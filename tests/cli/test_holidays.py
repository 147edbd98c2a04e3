from pathlib import Path

from tests.cli.conftest import Verb
from tests.domain.dates.test_holiday_notice import NOTICES


def test_a_notice_is_shown_and_kept(verb: Verb, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICES[2026], encoding="utf-8")
    shown = verb("holidays", str(path), "--json").data
    assert (shown["year"], len(shown["free"]), len(shown["worked"]), shown["kept"]) == (2026, 33, 6, False)
    assert verb("holidays", str(path), "--keep", "--json").data["changed"] == 0
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(NOTICES[2026].replace("共9天", "共8天"), encoding="utf-8")
    refused = verb("holidays", str(wrong), "--keep", "--json")
    assert (refused.code, refused.error["error"]) == (2, "holiday_notice.problems")
    assert verb("holidays", str(tmp_path / "none.txt"), "--json").error["error"] == "file.unreadable"
