import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_closeout.cli import run
from tests.cli.conftest import Verb


@pytest.mark.parametrize(
    "line",
    [
        ("--data", "{data}", "--json", "case", "list"),
        ("case", "--data", "{data}", "--json", "list"),
        ("case", "list", "--data", "{data}", "--json"),
        ("--json", "case", "list", "--data={data}"),
    ],
)
def test_the_common_options_are_taken_anywhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], line: tuple[str, ...]
) -> None:
    assert run([word.format(data=tmp_path / "data") for word in line]) == 0
    assert json.loads(capfd.readouterr().out) == []
    assert (tmp_path / "data").is_dir()


def test_trouble_is_one_sentence_in_the_language_asked_for(verb: Verb) -> None:
    chinese, english = verb("case", "show", "9"), verb("case", "show", "9", "--language", "en")
    assert (chinese.code, english.code) == (2, 2)
    assert chinese.err == "没有编号为 9 的申请，可能已经删除。请从列表里再选一次。\n"
    assert english.err == "There is no case 9; it may have been deleted. List the cases again and choose one.\n"


def test_trouble_for_programs_is_an_id_a_message_and_facts(verb: Verb, tmp_path: Path) -> None:
    said = verb("case", "list", "--json", data=tmp_path / "stick" / "data")
    assert said.code == 2
    assert said.error["error"] == "store.missing_parent"
    assert said.error["parent"] == str(tmp_path / "stick")
    assert str(tmp_path / "stick") in said.error["message"]


def test_a_damaged_database_is_told_and_left_alone(verb: Verb, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "closeout.db").write_bytes(b"damaged" * 1000)
    assert verb("case", "list", "--json").error["error"] == "store.damaged_no_copy"
    assert (tmp_path / "data" / "closeout.db").read_bytes() == b"damaged" * 1000


@pytest.mark.parametrize("line", [("fly",), ("case", "list", "--loud"), ("case", "show"), ("case", "show", "x"), ()])
def test_a_line_that_is_no_command_ends_with_2(verb: Verb, line: tuple[str, ...]) -> None:
    assert verb(*line).code == 2


def test_help_is_shown_for_every_noun(verb: Verb) -> None:
    for noun in ("case", "items", "check", "letter"):
        said = verb(noun, "--help")
        assert (said.code, "Usage" in said.out) == (0, True)


def test_a_program_without_streams_does_not_fall_over(tmp_path: Path) -> None:
    program = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from pos_closeout.cli import run\n"
        "codes = [run(['--data', sys.argv[1], *line]) for line in (['case', 'list'], ['case', 'show', '9'])]\n"
        "sys.exit(0 if codes == [0, 2] else 1)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "data")], check=False).returncode == 0


def test_a_narrow_console_gets_escapes_instead_of_a_crash(tmp_path: Path, verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    program = "import sys; from pos_closeout.cli import run; sys.exit(run(sys.argv[1:]))"
    line = [sys.executable, "-c", program, "case", "list", "--data", str(tmp_path / "data"), "--json"]
    done = subprocess.run(line, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, check=False)
    assert (done.returncode, b"TJ-2026-0001" in done.stdout) == (0, True)
