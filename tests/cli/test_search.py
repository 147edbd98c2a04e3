from pathlib import Path

from tests.cli.conftest import Verb


def test_the_search_answers_people_and_programs(verb: Verb, case_file: Path) -> None:
    assert verb("case", "new", str(case_file)).code == 0
    data = verb("search", "陈女士", "128", "--json").data
    assert data["asked"] == "陈女士 128"
    assert data["whole"] is True
    hit = data["groups"][0]["hits"][0]
    assert (data["groups"][0]["group"], hit["item_id"], hit["step"]) == ("open_items", 1, "open_items")
    assert set(hit) == {"group", "where", "text", "case_id", "step", "item_id", "bill_id", "entry"}
    assert "陈女士" in verb("search", "陈女士").out
    assert "Nothing found" in verb("search", "没有的东西", "--language", "en").out
    assert verb("search").code == 2
    assert verb("search", "x", "--case", "9").code == 2
