import json
from pathlib import Path

from tests.cli.conftest import Verb


def test_notices_are_listed_and_the_poster_is_written_in_both_languages(verb: Verb, tmp_path: Path) -> None:
    given = tmp_path / "case.json"
    given.write_text(json.dumps({"notices": [{"name": "王房东"}]}), encoding="utf-8")
    assert verb("case", "new", str(given)).code == 0
    assert [each["name"] for each in verb("notice", "list", "--case", "1", "--json").data] == ["王房东"]
    for language in ("zh", "en"):
        out = tmp_path / f"{language}.pdf"
        assert verb("notice", "poster", "--case", "1", "--out", str(out), "--language", language).code == 0
        assert out.read_bytes().startswith(b"%PDF")
    assert verb("notice", "list", "--case", "9").code == 2
