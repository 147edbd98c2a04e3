"""The command line: verbs without Qt, the self-check and the demo."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_closeout.actions.backup.bundle import check_bundle
from pos_closeout.app import window
from pos_closeout.app.command_line import main, window_wanted
from pos_closeout.app.demo import run_demo
from pos_closeout.app.self_check import pdf_text, self_check
from pos_closeout.paths import find_paths


@pytest.fixture(autouse=True)
def one_application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt allows one application in a process; the tests' own stands in for the program's."""
    monkeypatch.setattr(window, "QApplication", lambda _arguments: qapp)


def test_a_letter_is_issued_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tmp_path / "data")]
    case = tmp_path / "case.json"
    case.write_text(json.dumps({"merchant": {"registered_name": "和顺便利店 䶮"}}), encoding="utf-8")
    assert main(["case", "new", str(case), "--json", *data]) == 0
    capsys.readouterr()
    out = tmp_path / "letter.pdf"
    assert main(["letter", "--language", "en", "--out", str(out), "--json", *data]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["unprintable"]) == (1, [])
    assert "和顺便利店䶮" in pdf_text(out.read_bytes())
    assert main(["letter", "--out", str(tmp_path / "no" / "letter.pdf"), "--json", *data]) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "document.not_written"


def test_a_letter_needs_to_know_of_which_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", "--out", str(tmp_path / "x.pdf"), "--data", str(tmp_path / "data"), "--json"]) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "case.not_chosen"


def test_the_self_check_passes_here(tmp_path: Path) -> None:
    found = self_check(find_paths(tmp_path / "data"))
    assert [each for each in found if not each.passed] == []
    assert {"database", "fonts", "letter-zh", "letter-en", "translations", "printing"} <= {each.name for each in found}


def test_the_demo_leaves_papers_and_a_picture_of_every_screen(tmp_path: Path) -> None:
    written = {path.name for path in run_demo(find_paths(tmp_path / "data"), tmp_path / "out")}
    assert {"letter-zh.pdf", "letter-en.pdf", "open-items.pdf", "home-zh.png", "home-en.png", "list-en.png"} <= written
    assert {"calendar-zh.ics", "calendar-en.ics", "open-items-zh.xlsx", "open-items-en.csv"} <= written
    assert sum(name.startswith("step-") for name in written) == 24
    assert all((tmp_path / "out" / name).stat().st_size > 400 for name in written)
    end = {f"{paper}-{language}.pdf" for paper in ("impact", "poster", "closing-report") for language in ("zh", "en")}
    assert end < written
    for name in end:
        assert "和顺便利店" in pdf_text((tmp_path / "out" / name).read_bytes()), name
    bundle = check_bundle(tmp_path / "out" / "evidence.zip")
    assert bundle.files > 5
    assert not bundle.faults
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([], ("", False)),
        (["--data", "D"], ("D", False)),
        (["--data=D"], ("D", False)),
        (["--tray"], ("", True)),
        (["--tray", "--data", "D"], ("D", True)),
        (["check", "--data", "D"], None),
        (["--data"], None),
    ],
)
def test_only_a_line_without_a_verb_opens_the_window(given: list[str], wanted: tuple[str, bool] | None) -> None:
    assert window_wanted(given) == wanted
