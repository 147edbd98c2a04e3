"""Send papers: an e-mail file with them attached."""

from collections.abc import Mapping, Sequence
from datetime import date

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.papers.papers import issue_paper
from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.answers import case_facts
from pos_closeout.domain.papers.fitting_papers import issued_version
from pos_closeout.outbox.message import Attached, draft_message, is_address

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


def write_message(
    documents: Documents,
    kinds: Sequence[PaperKind],
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    to: str,
    today: date,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[Case, bytes]:
    """Return the case with the versions issued, and an e-mail file with the papers attached as PDF.

    Raises:
        BadInputError: ``mail.not_an_address`` when ``to`` is given and is no address.
    """
    if to.strip() and not is_address(to):
        raise BadInputError("mail.not_an_address", text=to)
    say = documents.wording.phrases(language)
    attached, names = [], []
    for kind in kinds:
        case, pdf = issue_paper(documents, kind, case, items, language=language, today=today, facts=facts)
        name = say(f"papers.short.{kind}")
        file = f"{case.number}-{name}-v{issued_version(case, kind)}.pdf".translate(_FORBIDDEN)
        attached.append(Attached(file, "application/pdf", pdf))
        names.append(name)
    subject = say("papers.mail.subject", shop=_shop(case), paper=names[0] if names else "", number=case.number)
    return case, draft_message(to, subject, cover_letter(case, items, say, names, today), attached)


def cover_letter(case: Case, items: Sequence[OpenItem], say: Phrases, names: Sequence[str], today: date) -> str:
    """Return what the e-mail says beside what is attached to it.

    Args:
        case: for the merchant and who answers.
        items: its ledger.
        say: the words.
        names: of the papers attached.
        today: the day it is written.
    """
    told = case_facts(case, items, today)
    shop, number, count = _shop(case), case.merchant.merchant_number.strip(), len(names)
    # A proprietor who died answers no call.
    alone = case.profile.applicant is Applicant.HEIRS
    owner = ("", "") if alone else (case.merchant.representative, case.merchant.phone)
    person, phone = (case.handler.name, case.handler.phone) if case.handler.name.strip() else owner
    parts = (
        say("papers.mail.hello"),
        say.claim("papers.mail.attached", told, shop=shop, number=number, papers=say.join(names), count=count),
        say.claim("papers.mail.answer", told),
        "\n".join(filter(None, (say.about("papers.mail.contact", person), say.about("papers.mail.phone", phone)))),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _shop(case: Case) -> str:
    return case.merchant.registered_name.strip() or shop_name(case)
