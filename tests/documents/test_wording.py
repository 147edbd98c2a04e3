import re
from itertools import product
from pathlib import Path
from string import Formatter

import pytest

from pos_closeout.documents.wording import Wording, load_wording
from pos_closeout.domain.case.case import EntityType, LetterLanguage, Reason
from pos_closeout.domain.device.terminal import Action, Condition, Ownership
from pos_closeout.domain.errors import DocumentError
from pos_closeout.domain.ledger.open_items import Due, ItemKind, PaymentChannel
from pos_closeout.domain.papers.attachments import AttachmentReason, Paper
from tests.documents.sample_cases import TODAY

TERMS = {
    "terms.action": Action,
    "terms.entity": EntityType,
    "terms.self": EntityType,
    "terms.ownership": Ownership,
    "terms.condition": Condition,
    "terms.reason": Reason,
    "terms.kind": ItemKind,
    "terms.channel": PaymentChannel,
    "terms.due": Due,
    "attachments.why": AttachmentReason,
}


@pytest.fixture(scope="module")
def wording(resources: Path) -> Wording:
    return load_wording(resources / "letters")


@pytest.mark.parametrize(("table", "language"), list(product(TERMS, LetterLanguage)))
def test_every_choice_of_the_owner_has_a_word(wording: Wording, table: str, language: LetterLanguage) -> None:
    say = wording.phrases(language)

    assert all(say(f"{table}.{choice}") for choice in TERMS[table])


def test_every_paper_has_a_name(wording: Wording) -> None:
    keys = wording.phrases(LetterLanguage.CHINESE).texts

    assert all(any(key.startswith(f"attachments.paper.{paper}") for key in keys) for paper in Paper)


def test_both_languages_are_told_the_same_facts(wording: Wording) -> None:
    chinese, english = (wording.phrases(language).texts for language in LetterLanguage)
    only_chinese = {"us", "you", "capitals"}

    def facts(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name} - only_chinese - {"month", "month_name"}

    assert {key: facts(text) for key, text in chinese.items()} == {key: facts(text) for key, text in english.items()}


def test_chinese_sentences_carry_no_latin_punctuation(wording: Wording) -> None:
    texts = wording.phrases(LetterLanguage.CHINESE).texts
    bad = [text for text in texts.values() if re.search(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]", text)]

    assert not bad


def test_a_date_is_written_as_the_language_writes_it(wording: Wording) -> None:
    assert wording.phrases(LetterLanguage.CHINESE).day(TODAY) == "2026年11月22日"
    assert wording.phrases(LetterLanguage.ENGLISH).day(TODAY) == "22 November 2026"


def test_an_amount_is_written_in_figures_and_in_capitals(wording: Wording) -> None:
    assert wording.phrases(LetterLanguage.CHINESE).money(32_504) == "¥325.04（人民币叁佰贰拾伍元零肆分）"


def test_what_the_owner_types_is_never_read_as_a_pattern(wording: Wording) -> None:
    say = wording.phrases(LetterLanguage.CHINESE)

    assert "{us}" in say("letter.request.stop_kinds.yes", kinds="{us}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\nb = { zh = '一' }", "wording.incomplete"),
        ("[a]\nb = { zh = '一', en = 'one', fr = 'un' }", "wording.incomplete"),
        ("not toml", "wording.unreadable"),
    ],
)
def test_words_that_lack_a_language_are_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "letter.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DocumentError) as caught:
        load_wording(tmp_path)

    assert caught.value.message_id == message


def test_a_folder_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        load_wording(tmp_path)
