"""The letter says only what the owner said of who asks, and nothing of a device they never had."""

from dataclasses import replace

import pytest

from pos_closeout.documents.letter import letter_content, letter_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Acquirer, Case, EntityType, LetterLanguage, Merchant, Reason, Request
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.papers.attachments import Paper, documents_to_bring
from tests.documents.sample_cases import TODAY
from tests.documents.test_letter import Read, whole

PERSON = Case(
    merchant=Merchant(
        registered_name="李小明",
        entity_type=EntityType.MICRO,
        identity_number="310101199001011234",
        phone="13800138000",
    ),
    acquirer=Acquirer("随行付支付有限公司", confirmed=True),
    request=Request(reasons=(Reason.NOT_OPENED,)),
)


@pytest.mark.parametrize("language", LetterLanguage)
def test_the_objection_has_neither_terminal_nor_money_nor_open_matters(
    wording: Wording, fonts: Fonts, read: Read, language: LetterLanguage
) -> None:
    letter = letter_content(PERSON, (), language=language, today=TODAY, version=1, wording=wording)
    say = wording.phrases(language)
    wanted = [say(f"letter.section.{name}") for name in ("applicant", "request", "undertakings", "attachments")]
    numbered = zip(say("letter.section.numerals").split(), wanted, strict=False)
    assert [each.heading for each in letter.sections] == [
        say("letter.section.numbered", numeral=numeral, heading=heading) for numeral, heading in numbered
    ]
    made = letter_pdf(PERSON, (), language=language, today=TODAY, version=1, fonts=fonts, wording=wording)
    text = read(made)
    for absent in ("机具", "押金", "终端＿＿台", "公章", "deposit", "seal,"):
        assert absent not in text.replace("Departmentseal", "")
    assert "310101199001011234" in text


def test_the_objection_brings_an_identity_card_and_nothing_of_a_device() -> None:
    assert [each.id for each in documents_to_bring(PERSON, ())] == [Paper.REPRESENTATIVE_ID]


@pytest.mark.parametrize(
    ("language", "boxes"),
    [
        (LetterLanguage.CHINESE, ("☐企业", "☐个体工商户", "☐小微商户", "信用代码或身份证号", "申请人（有公章的盖章）")),
        (LetterLanguage.ENGLISH, ("☐ company ☐ sole trader ☐ micro merchant", "Credit code or ID No.")),
    ],
)
def test_a_kind_of_merchant_that_was_not_said_is_left_to_be_ticked(
    wording: Wording, language: LetterLanguage, boxes: tuple[str, ...]
) -> None:
    case = replace(
        PERSON,
        merchant=replace(PERSON.merchant, entity_type=EntityType.UNSAID),
        request=Request(reasons=(Reason.FEES,)),
        terminals=(Terminal(number="10023456", action=Action.REMOVE),),
    )
    text = whole(letter_content(case, (), language=language, today=TODAY, version=1, wording=wording))
    for box in boxes:
        assert box in text
    for claim in ("我店", "我公司", "法定代表人（签字）：", "个体工商户的"):
        assert claim not in text
