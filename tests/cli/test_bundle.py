import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_closeout.actions.backup.bundle import make_bundle
from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import EvidenceError
from pos_closeout.evidence.bundle import bundle_bytes, verify_bundle
from tests.cli.conftest import Verb

FILES = {"letters/v1.pdf": b"one", "证据.csv": b"two"}


def test_an_evidence_bundle_is_made_is_verified_and_holds_letter_list_report_proof_and_history(
    verb: Verb, case_file: Path, tmp_path: Path
) -> None:
    assert verb("case", "new", str(case_file)).code == 0
    assert verb("letter", "--case", "1", "--out", str(tmp_path / "letter.pdf")).code == 0
    (tmp_path / "slip.txt").write_text("slip")
    assert verb("items", "clear", "1", "--how", "paid", "--proof", str(tmp_path / "slip.txt")).code == 0
    out = tmp_path / "bundle.zip"
    made = verb("bundle", "make", "--case", "1", "--out", str(out), "--json").data
    names = set(zipfile.ZipFile(out).namelist())
    assert {
        "timeline.csv",
        "history-zh.txt",
        "history-en.txt",
        "closing-report.pdf",
        "open-items.pdf",
        "proofs/1/1-slip.txt",
    } <= names
    assert {"letters/v1-zh.pdf", "letters/v1-en.pdf", "manifest-sha256.txt", "tagmanifest-sha256.txt"} <= names
    assert made["left_out"] == []
    checked = verb("bundle", "verify", str(out), "--id", made["id"], "--json")
    assert (checked.code, checked.data["good"]) == (0, True)
    assert verb("bundle", "verify", str(out), "--id", "0" * 64, "--json").code == 1


def test_the_same_case_at_the_same_time_gives_the_same_bytes(
    verb: Verb, case_file: Path, tmp_path: Path, resources: Path
) -> None:
    verb("case", "new", str(case_file))
    now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    with open_data_folder(tmp_path / "data", now) as store:
        made = [make_bundle(store, open_documents(resources), 1, LetterLanguage.CHINESE, now).data for _ in range(2)]
    assert made[0] == made[1]


def test_every_byte_of_a_bundle_matters() -> None:
    good = bundle_bytes(FILES)
    assert verify_bundle(good).faults == ()
    for place in range(len(good)):
        changed = bytearray(good)
        changed[place] ^= 1
        try:
            assert verify_bundle(bytes(changed)).faults, place
        except EvidenceError as error:
            assert error.message_id == "bundle.not_a_bundle"  # noqa: PT017  (either way it is rejected)


def _zip(path: Path, files: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    with zipfile.ZipFile(path, "w", compression) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return path.read_bytes()


def test_a_file_added_removed_or_renamed_is_found(tmp_path: Path) -> None:
    (tmp_path / "good.zip").write_bytes(bundle_bytes(FILES))
    with zipfile.ZipFile(tmp_path / "good.zip") as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    less = {name: data for name, data in files.items() if name != "证据.csv"}
    for changed in ({**files, "more.txt": b""}, less, {**less, "renamed.csv": b"two"}):
        assert verify_bundle(_zip(tmp_path / "other.zip", changed)).faults


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "C:/out.txt", "a\\out.txt", "a/../out.txt"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(EvidenceError, match="not_a_bundle"):
        verify_bundle(_zip(tmp_path / "hostile.zip", {name: b""}))


def test_a_bomb_and_what_is_no_zip_are_refused(verb: Verb, tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bomb.zip", {"a": bytes(2**22)}, zipfile.ZIP_DEFLATED)
    with pytest.raises(EvidenceError, match="not_a_bundle"):
        verify_bundle(bomb)
    (tmp_path / "text.zip").write_text("no zip")
    assert verb("bundle", "verify", str(tmp_path / "text.zip")).code == 2
    assert verb("bundle", "verify", str(tmp_path / "none.zip")).code == 2


def test_the_closing_report_is_written_in_both_languages(verb: Verb, case_file: Path, tmp_path: Path) -> None:
    verb("case", "new", str(case_file))
    for language in ("zh", "en"):
        out = tmp_path / f"{language}.pdf"
        assert verb("report", "--case", "1", "--out", str(out), "--language", language).code == 0
        assert out.read_bytes().startswith(b"%PDF")
    assert verb("report", "--case", "9", "--out", str(tmp_path / "x.pdf")).code == 2


def test_a_copied_case_has_the_shop_and_its_terminals_and_nothing_of_the_course(verb: Verb, case_file: Path) -> None:
    verb("case", "new", str(case_file))
    copied = verb("case", "copy", "1", "--json").data
    assert copied["merchant"]["registered_name"] == "杭州和顺便利店"
    assert [(each["number"], each["action"]) for each in copied["terminals"]] == [("10023456", None)]
    assert (copied["id"], copied["items"]) == (2, [])
    assert verb("case", "copy", "9").code == 2
