"""A file that is no bill is refused by every verb in one sentence, within seconds, whatever it is called."""

import json
import time
from pathlib import Path

import pytest

from pos_closeout.domain.errors import BadInputError
from pos_closeout.guidance.messages import load_messages, sentence
from tests.cli.conftest import Verb
from tests.statements.wrong import ROOT, WRONG, write_wrong

PATIENCE = 5.0
"""Seconds of the processor for one file, whatever else the machine does; the slowest takes a fraction of one."""


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_wrong(tmp_path_factory.mktemp("wrong"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*WRONG, "huge.csv"])
def test_each_is_told_what_it_is(verb: Verb, case_file: Path, wrong: list[Path], name: str, language: str) -> None:
    path = next(each for each in wrong if each.name == name)
    said, kind = (WRONG[name][1] if name in WRONG else "too_big"), ""
    if said.startswith("wrong_kind."):
        said, kind = said.split(".")
    case = str(verb("case", "new", str(case_file), "--json").data["id"])
    begun = time.process_time()
    (entry,) = verb("inspect", str(path), "--json", "--language", language).data["files"]
    imported = verb("import", str(path), "--case", case, "--language", language)
    assert time.process_time() - begun < 2 * PATIENCE
    assert (entry["format"], entry["rows"], len(entry["problems"])) == ("unknown", 0, 1)
    assert entry["refused"]["error"] == f"statement.{said}"
    assert not kind or entry["refused"]["kind"] == kind
    facts = {key: value for key, value in entry["refused"].items() if key != "error"}
    refusal = BadInputError(entry["refused"]["error"], **facts)
    words = sentence(load_messages(ROOT / "resources" / "guidance"), refusal, language)
    assert name in words
    assert (imported.code, imported.err.strip()) == (2, words)
    assert words in verb("inspect", str(path), "--language", language).out
    assert verb("bills", "list", "--case", case, "--json").data == []


def test_good_files_among_them_are_still_imported(verb: Verb, case_file: Path, wrong: list[Path]) -> None:
    case = str(verb("case", "new", str(case_file), "--json").data["id"])
    bill = ROOT / "tests" / "fixtures" / "statements" / "jd-2024.csv"
    said = verb("import", *map(str, wrong), str(bill), "--case", case, "--json")
    assert said.code == 2
    assert [file["rows"] for file in said.data["files"] if file["error"] is None] == [26]
    assert len([json.loads(line) for line in said.err.strip().splitlines()]) == len(wrong)


@pytest.mark.parametrize("name", ["sst_unique.xlsx", "billion_laughs.xlsx"])
def test_a_file_that_its_reader_dies_of_is_told_by_its_own_name(verb: Verb, name: str) -> None:
    said = verb("inspect", str(ROOT / "tests" / "fixtures" / "hostile" / name), "--language", "en")
    assert (said.code, f"“{name}”" in said.out) == (0, True), said.err
