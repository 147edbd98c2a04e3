"""Every paper of every kind of owner, with nothing answered, everything there, and nothing of it there.

What the papers say answer by answer is held by ``test_sentences``; here it is the sheet of paper that is looked at.
"""

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.documents.content import EntryGrid, Letter, Prose
from pos_closeout.documents.letter import letter_content
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import LetterLanguage
from tests.conftest import ROOT
from tests.documents.every_paper import papers_of
from tests.documents.profiles import OWNERS, TODAY, Said, told

CHINESE, ENGLISH = LetterLanguage.CHINESE, LetterLanguage.ENGLISH
SHEETS = [(Said.NOTHING, CHINESE), (Said.YES, CHINESE), (Said.YES, ENGLISH)]
ONE_TERMINAL = [name for name, case in OWNERS.items() if len(case.terminals) <= 1]
FOOTER = re.compile(r"第 ?\d+ ?页|Page \d+ of \d+|^TJ-2026-0007.{0,20}(版|Version)")
LONG = 3
"""Pages from which a reader opens the table of contents."""


@cache
def drawn(owner: str, said: Said, language: LetterLanguage) -> dict[str, bytes]:
    return dict(papers_of(open_documents(ROOT / "resources"), owner, said, language))


def content(owner: str, said: Said, wording: Wording, language: LetterLanguage = CHINESE) -> Letter:
    case, items, facts = told(owner, said)
    return letter_content(case, items, language=language, today=TODAY, version=1, wording=wording, facts=facts)


def pages_of(pdf: bytes) -> list[list[str]]:
    """Return the lines of every page without its footer."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [[line.strip() for line in text.splitlines() if line.strip() and not FOOTER.search(line)] for text in texts]


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize("owner", list(OWNERS))
def test_every_paper_says_what_it_is_and_in_which_language(owner: str, language: LetterLanguage) -> None:
    for name, pdf in drawn(owner, Said.YES, language).items():
        reader = PdfReader(io.BytesIO(pdf))
        root: Any = reader.trailer["/Root"]
        assert reader.metadata is not None
        assert reader.metadata.title, name
        assert root["/Lang"] == ("zh-CN" if language is CHINESE else "en-GB"), name
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], name
        assert root["/MarkInfo"]["/Marked"], name
        roles = {kid.get_object()["/S"] for kid in root["/StructTreeRoot"]["/K"].get_object()["/K"]}
        assert roles & {"/H1", "/H2"}, name
        assert reader.outline or name == "poster", name
        assert (root.get("/PageMode") == "/UseOutlines") is (len(reader.pages) >= LONG), name


@pytest.mark.parametrize(("said", "language"), SHEETS)
@pytest.mark.parametrize("owner", list(OWNERS))
def test_no_page_ends_with_a_heading_or_a_lone_box_and_none_holds_a_line_or_two(
    owner: str, said: Said, language: LetterLanguage, wording: Wording
) -> None:
    headings = {re.sub(r"\s", "", section.heading) for section in content(owner, said, wording, language).sections}
    for name, pdf in drawn(owner, said, language).items():
        for found in pages_of(pdf):
            assert re.sub(r"\s", "", found[-1]) not in headings, name
            assert not [line for line in found if re.search("[☐☑]$", line)] or name in {"plan", "list"}, name
            assert len(found) >= 3, (name, found)
            assert "{" not in "".join(found), name
            assert not re.search("〓|商户编号", "".join(found)), name


@pytest.mark.parametrize("owner", ONE_TERMINAL)
def test_a_letter_for_one_terminal_takes_two_pages_and_one_for_the_acquirer(owner: str) -> None:
    for said, language in SHEETS:
        pages = pages_of(drawn(owner, said, language)["letter"])
        texts = ["".join(page).replace(" ", "") for page in pages]
        annexed = any(("未结事项清单" if language is CHINESE else "ListofOpenItems") in text[:60] for text in texts)
        assert len(pages) <= 3 + annexed, (said, len(pages))


@pytest.mark.parametrize("said", Said)
@pytest.mark.parametrize("owner", list(OWNERS))
def test_who_says_that_all_is_true_and_complete_leaves_nothing_to_be_filled_in(
    owner: str, said: Said, wording: Wording
) -> None:
    letter = content(owner, said, wording)
    if "真实、完整" not in repr(letter):
        return
    boxes = [
        entry
        for section in letter.sections
        for block in section.blocks
        if isinstance(block, EntryGrid)
        for row in block.rows
        for entry in row
        if not entry.value.strip()
    ]
    assert not boxes
    assert not re.search("[☐＿]", letter.opening + repr(letter.sections))


def test_who_never_opened_a_merchant_says_nothing_of_its_money(wording: Wording) -> None:
    for said in Said:
        letter = content("not_opened", said, wording)
        text = letter.opening + repr(letter.sections) + repr(letter.annex)
        assert not re.search("押金|结算|未结|退款|交回", text)
        assert [section.heading[0] for section in letter.sections] == list("一二三四")


def test_heirs_have_the_terminal_stopped_at_once_and_name_no_later_day(wording: Wording) -> None:
    text = repr(content("heirs", Said.YES, wording))
    assert "申请立即停用下列终端" in text
    assert "12月18日" not in text
    assert "12月19日" not in text


def test_a_fee_is_owed_or_disputed_only_where_the_owner_said_so(wording: Wording) -> None:
    letter = content("one_terminal", Said.YES, wording)
    assert letter.annex is not None
    fees = [row[-1].split("\n") for row in letter.annex.table.rows if row[1].startswith("费用")]
    assert {way for _, way in fees} == {"待核对"}
    assert "☐没有异议，会付清" in repr(letter)
    assert "应付 2 笔　¥1,248.00" in letter.annex.sums[0]


def test_only_who_is_left_signs_for_a_merchant_that_is_gone(wording: Wording) -> None:
    signed = content("former", Said.YES, wording).signature
    assert signed.lines[0].value == "陈和顺"
    assert not signed.sealed
    assert "陈和顺（原杭州市西湖区和顺便利店经营者）" in content("former", Said.YES, wording).office.receipt_text
    heirs = content("heirs", Said.YES, wording)
    assert heirs.signature.lines[0].value == ""
    assert "经营者的继承人" in heirs.office.receipt_text


def test_prose_of_a_letter_never_says_the_same_twice(
    wording: Wording, say_points: Callable[[Letter], list[str]]
) -> None:
    for owner in OWNERS:
        for said in Said:
            points = say_points(content(owner, said, wording))
            assert len(points) == len(set(points)), owner


@pytest.fixture
def say_points() -> Callable[[Letter], list[str]]:
    def points(letter: Letter) -> list[str]:
        blocks = [block for section in letter.sections for block in section.blocks]
        prose = [block.text for block in blocks if isinstance(block, Prose)]
        texts = [text for block in blocks for text in getattr(block, "texts", ())]
        return [part for text in (*prose, *texts) for part in re.split("[。；]", text) if len(part) > 4]

    return points
