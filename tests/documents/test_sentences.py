"""Every sentence that asserts, asks for or attaches something says what the owner answered: yes, no, or not known."""

import re
from collections.abc import Iterator

import pytest

from pos_closeout.actions.papers.deliveries import cover_letter
from pos_closeout.documents.closing_report import report_parts
from pos_closeout.documents.letter import letter_content
from pos_closeout.documents.papers import paper_content
from pos_closeout.documents.poster import poster_of
from pos_closeout.documents.wording import Phrases, Wording, load_wording
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.papers.answers import Basis, Known, case_facts, known
from tests.conftest import ROOT
from tests.documents.sample_cases import TODAY
from tests.documents.sentence_cases import PLACES, STATES, Situated

SENTENCES = load_wording(ROOT / "resources" / "letters").phrases(LetterLanguage.CHINESE).rests
SPEAKS = re.compile("。|请|没有|附后|承诺|声明|保证|同意|授权|撤销|退还")
LABELS = (
    "papers.title.", "papers.short.", "papers.why.", "papers.missing.", "papers.retention.", "papers.migration.",
    "attachments.why.", "letter.title.",
    "letter.section.", "letter.head.", "letter.office.", "letter.receipt.", "letter.merchant.", "letter.terminals.",
    "letter.signature.applicant.", "letter.signature.signer.", "letter.open_items.group.",
    "poster.text.title", "quick_guide.",
)  # fmt: skip
"""Headings, labels, boxes the acquirer fills in, instructions to the owner, lists of what was entered, and the quick
guide, which speaks of the program and of no case."""
FROM_DATA = frozenset(
    {
        "letter.opening.end",
        "letter.money.deposit_account",
        "letter.money.full_account",
        "letter.open_items.attached",
        "letter.open_items.some",
        "letter.open_items.some_without_amount",
        "letter.open_items.contact",
        "letter.open_items.contact_now",
        "letter.undertakings.opening",
        "letter.request.paper.close_merchant",
        "attachments.paper.deposit_receipt",
        "attachments.paper.authorisation",
        "attachments.paper.their_form",
        "papers.attorney.term",
        "papers.attorney.term_heading",
        "papers.attorney.scope_heading",
        "papers.attorney.limits_heading",
        "papers.loss.asks_heading",
        "papers.loss.promises_heading",
        "papers.deposit.ask_heading",
        "papers.fees.ask_heading",
        "annex.annex.note",
        "closing_report.text.action",
        "closing_report.text.charges_none",
        "closing_report.text.dispute",
        "closing_report.text.issued",
        "closing_report.text.not_yet",
        "closing_report.text.open_none",
        "closing_report.text.open_some",
        "impact.replacements.none",
        "impact.risks.more",
        "impact.risks.none",
        "impact.takings.bills",
        "impact.takings.estimate",
        "impact.takings.none",
        "list_files.sheet.case",
        "open_items_list.list.cases",
        "open_items_list.list.no_case",
        "open_items_list.list.none",
        "papers.plan.fallback_default",
        "poster.text.fraud",
        "poster.text.refund_title",
        "terms.kind.deposit",
        "terms.kind.preauth",
        "terms.reason.not_opened",
        "terms.self.heirs",
        "terms.sum.neither.many",
        "terms.sum.neither_fees.many",
        "terms.sum.neither_fees.one",
        "terms.sum.neither.one",
        "terms.text.sample",
    }
)
"""Pieces that only frame a sentence, or say nothing but what stands in a list or field."""
SAME = frozenset(
    {
        "letter.undertakings.after",
        "letter.opening.reason",
        "papers.deposit.ask.reasons",
        "papers.fees.ground.electronic",
        "poster.text.refund",
    }
)
"""Sentences that claim nothing of the thing they rest on, so that "not known" may read like another form."""
STEPS = "papers.plan.step."
"""Steps of the plan; those that rest on the action alone are done whatever it is, and claim nothing."""


@pytest.mark.parametrize("language", LetterLanguage)
def test_a_sentence_without_an_answer_it_rests_on_is_none(wording: Wording, language: LetterLanguage) -> None:
    chinese, say = wording.phrases(LetterLanguage.CHINESE), wording.phrases(language)
    unregistered = [
        key
        for key, text in chinese.texts.items()
        if SPEAKS.search(text) and key.rsplit(".", 1)[0] not in SENTENCES and key not in FROM_DATA
        if not key.startswith(LABELS)
    ]
    assert not unregistered
    assert all(f"{key}.{form}" in say.texts for key in SENTENCES for form in Known)


def test_what_is_not_known_is_never_worded_as_a_claim(wording: Wording) -> None:
    for language in LetterLanguage:
        say = wording.phrases(language)
        claims = [
            key
            for key in SENTENCES
            if key not in SAME and not (key.startswith(STEPS) and SENTENCES[key] is Basis.ACTION)
            if say(f"{key}.unknown") and say(f"{key}.unknown") == say(f"{key}.yes")
        ]
        assert not claims


def test_every_answer_has_a_case_for_each_way_it_can_be_known() -> None:
    assert set(STATES) >= set(SENTENCES.values())
    for basis, states in STATES.items():
        for state, (case, items) in states.items():
            assert known(basis, case_facts(case, items, TODAY)) is state, (basis, state)


ROWS = [(key, state) for key, basis in SENTENCES.items() for state in STATES[Basis(basis)]]


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize(("key", "state"), ROWS, ids=str)
def test_a_paper_says_what_was_answered(wording: Wording, key: str, state: Known, language: LetterLanguage) -> None:
    situated = STATES[SENTENCES[key]][state]
    case, items = PLACES[key](situated) if key in PLACES else situated
    found = known(SENTENCES[key], case_facts(case, items, TODAY))
    say = wording.phrases(language)
    text = _plain("".join(_said(key, (case, items), say, wording, language)))
    for form in Known:
        pieces = _pieces(say(f"{key}.{form}"))
        if not pieces or (form is not found and _within(say(f"{key}.{form}"), say(f"{key}.{found}"))):
            continue
        stands = _in_order(pieces, text)
        assert stands is (form is found or say(f"{key}.{form}") == say(f"{key}.{found}")), (form, pieces)


def _said(key: str, situated: Situated, say: Phrases, wording: Wording, language: LetterLanguage) -> Iterator[str]:
    """Yield everything the paper of a sentence says in a language."""
    case, items = situated
    paper, part = key.split(".")[:2]
    if paper == "poster":
        yield repr(poster_of(case, items, say, TODAY))
    elif paper == "closing_report":
        yield repr(tuple(report_parts(case, items, say, TODAY)))
    elif (paper, part) == ("papers", "mail"):
        yield cover_letter(case, items, say, ["函"], TODAY)
    elif paper == "papers":
        kind = PaperKind(part)
        content = paper_content(kind, case, items, language=language, today=TODAY, version=1, wording=wording)
        yield repr(content)
    else:
        yield repr(letter_content(case, items, language=language, today=TODAY, version=1, wording=wording))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text.replace("\\u3000", "").replace("\\n", ""))


def _pieces(text: str) -> list[str]:
    """Return what stands between the places to fill in, blanks aside; short joints say nothing."""
    return [piece for part in re.split(r"{\w+}", text) if len(piece := _plain(part)) > (3 if piece.isascii() else 1)]


def _within(text: str, other: str) -> bool:
    """Return whether every piece of one form is found in another one, which it cannot be told from then."""
    return _in_order(_pieces(text), _plain(other))


def _in_order(pieces: list[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
