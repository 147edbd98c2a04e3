import email
import json
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.fixture
def told(tmp_path: Path, verb: Verb) -> Verb:
    """A case with one notice on its list."""
    given = tmp_path / "case.json"
    given.write_text(
        json.dumps({"merchant": {"trading_name": "和顺便利店"}, "notices": [{"name": "王房东"}]}), encoding="utf-8"
    )
    assert verb("case", "new", str(given)).code == 0
    return verb


def test_notices_are_listed_and_the_poster_is_written_in_both_languages(told: Verb, tmp_path: Path) -> None:
    assert [each["name"] for each in told("notice", "list", "--case", "1", "--json").data] == ["王房东"]
    for language in ("zh", "en"):
        out = tmp_path / f"{language}.pdf"
        assert told("notice", "poster", "--case", "1", "--out", str(out), "--language", language).code == 0
        assert out.read_bytes().startswith(b"%PDF")
    assert told("notice", "list", "--case", "9").code == 2


def test_the_list_is_told_in_sentences_of_the_language(told: Verb) -> None:
    assert told("notice", "list", "--case", "1").out == "1. 顾客（店里告示） · 王房东：发短信，还没有定通知日期。\n"
    english = told("notice", "list", "--case", "1", "--language", "en").out
    assert english.endswith("王房东: by text message, no day planned yet.\n")


def test_somebody_is_added_told_and_taken_back_step_by_step(told: Verb) -> None:
    added = told(
        "notice", "add", "--case", "1", "--audience", "supplier", "--name", "李 6222021234567890128",
        "--on", "2026-11-25", "--json",
    ).data  # fmt: skip
    assert (added["place"], added["name"], added["planned_on"]) == (1, "李 622202*********0128", "2026-11-25")
    done = told("notice", "done", "--case", "1", "1", "--on", "2026-11-21", "--acknowledged", "--json").data
    assert (done["sent_on"], done["acknowledged_on"]) == ("2026-11-21", "2026-11-21")
    assert "2026-11-21 对方已确认" in told("notice", "list", "--case", "1").out
    back = told("notice", "undo", "--case", "1", "1", "--json").data
    assert (back["sent_on"], back["acknowledged_on"]) == ("2026-11-21", None)
    assert told("notice", "undo", "--case", "1", "1", "--json").data["sent_on"] is None


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("done", "--case", "1", "7"), "notice.not_found"),
        (("done", "--case", "1", "1", "--on", "2026-12-30"), "notice.sent_in_future"),
        (("add", "--case", "1", "--audience", "staff", "--email", "nobody"), "mail.not_an_address"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(told: Verb, words: tuple[str, ...], error: str) -> None:
    said = told("notice", *words, "--json")
    assert (said.code, said.error["error"]) == (2, error)


@pytest.mark.parametrize(("language", "name"), [("zh", "停机告示.pdf"), ("en", "notice-to-customers.pdf")])
def test_the_mail_to_customers_carries_words_and_poster(told: Verb, tmp_path: Path, language: str, name: str) -> None:
    out = tmp_path / "notice.eml"
    said = told("notice", "mail", "--case", "1", "1", "--out", str(out), "--language", language)
    assert said.out == f"{out}\n"
    message = email.message_from_bytes(out.read_bytes(), EmailMessage, policy=default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"]
    body = message.get_body()
    assert body is not None
    assert "和顺便利店" in body.get_content()
    (poster,) = message.iter_attachments()
    assert poster.get_filename() == name
    assert poster.get_content().startswith(b"%PDF")


def test_the_words_are_written_for_the_form_asked_for(told: Verb) -> None:
    assert told("notice", "text", "--case", "1", "1").out.startswith("【和顺便利店】")
    assert told("notice", "text", "--case", "1", "1", "--form", "email", "--json").data["subject"]


def test_an_address_book_is_put_on_the_list_once(told: Verb, tmp_path: Path) -> None:
    book = tmp_path / "book.csv"
    book.write_text("姓名,电话\n甲,13800138000\n乙 6222021234567890128,没有\n", encoding="gb18030")
    words = ("notice", "import", str(book), "--case", "1", "--audience", "supplier")
    first = told(*words, "--json").data
    assert (first["added"], first["known"]) == (2, 0)
    assert first["problems"] == [{"row": 3, "reason": "contact.phone", "text": "没有"}]
    names = [each["name"] for each in told("notice", "list", "--case", "1", "--json").data]
    assert names == ["王房东", "乙 622202*********0128", "甲"]
    again = told(*words).out
    assert again == "加入名单 0 人；已在名单上的 2 人没有重复加入。\n第 3 行：“没有”不是电话号码，没有采用。\n"
    assert told(*words, "--language", "en").out.startswith("0 added to the list; 2 of the file are on it already.\n")
    book.write_bytes(b"%PDF-1.7")
    refused = told(*words)
    assert refused.code == 2
    assert "CSV" in refused.err
