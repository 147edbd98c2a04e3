"""``import``, ``proposals`` and ``coverage``."""

from pathlib import Path

from tests.cli.conftest import Verb

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "statements"
PERSONAL = str(SAMPLES / "wechat-personal-2023.csv")


def new_case(verb: Verb, case_file: Path) -> str:
    return str(verb("case", "new", str(case_file), "--json").data["id"])


def test_a_bill_is_kept_once_and_what_is_open_is_proposed(verb: Verb, case_file: Path) -> None:
    case = new_case(verb, case_file)
    (file,) = verb("import", PERSONAL, "--case", case, "--json").data["files"]
    assert (file["format"], file["rows"], file["new"], file["error"]) == ("wechat_personal", 27, 27, None)
    assert [(each["row"], each["amount_fen"]) for each in file["proposals"]] == [(20, 1200), (35, 1200), (36, 1200)]
    (again,) = verb("import", PERSONAL, "--case", case, "--json").data["files"]
    assert (again["imported_before"], again["new"], again["proposals"]) == (True, 0, [])


def test_the_good_files_are_imported_and_the_bad_one_is_named(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    case = new_case(verb, case_file)
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    said = verb("import", str(photo), PERSONAL, "--case", case, "--json")
    assert said.code == 2
    assert [file["error"] for file in said.data["files"]] == ["statement.wrong_kind", None]
    assert said.error["error"] == "statement.wrong_kind"
    people = verb("import", str(photo), "--case", case)
    assert (people.code, len(people.err.strip().splitlines())) == (2, 1)


def test_a_case_that_is_not_there_is_refused_in_one_sentence(verb: Verb) -> None:
    said = verb("import", PERSONAL, "--case", "7")
    assert (said.code, said.out) == (2, "")
    assert "7" in said.err


def test_proposals_are_accepted_and_rejected(verb: Verb, case_file: Path) -> None:
    case = new_case(verb, case_file)
    verb("import", PERSONAL, "--case", case)
    first, second, third = verb("proposals", "list", "--case", case, "--json").data
    item = verb("proposals", "accept", str(first["id"]), "--json").data
    assert (item["kind"], item["amount_fen"]) == ("unfinished", 1200)
    assert "wechat-personal-2023.csv" in item["note"]
    assert verb("proposals", "accept", str(first["id"])).code == 2
    assert verb("proposals", "reject", str(second["id"]), "--reason", "朋友已收", "--json").data["state"] == "rejected"
    states = {each["id"]: each["state"] for each in verb("proposals", "list", "--case", case, "--json").data}
    assert states == {first["id"]: "accepted", second["id"]: "rejected", third["id"]: "waiting"}
    assert "wechat-personal-2023.csv" in verb("proposals", "list", "--case", case).out


def test_coverage_says_which_months_are_there(verb: Verb, case_file: Path) -> None:
    case = new_case(verb, case_file)
    assert verb("coverage", "--case", case).out.strip() == "还没有导入账单。"
    verb("import", str(SAMPLES / "wechat-merchant-all.csv"), "--case", case)
    found = {each["month"]: each for each in verb("coverage", "--case", case, "--json").data}
    assert found["2019-02-01"]["covered"] == 1
    assert found["2026-09-01"]["download_by"] == "2026-12-01"
    assert "2026-09" in verb("coverage", "--case", case).out
