"""Send papers: an e-mail file with them attached."""

from collections.abc import Mapping, Sequence
from datetime import date

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.papers.papers import issue_paper
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
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
    merchant = case.merchant
    words: dict[str, str | int] = {
        "shop": merchant.registered_name.strip() or shop_name(case),
        "paper": names[0] if names else "",
        "papers": say.join(names),
        "count": len(attached),
        "number": case.number,
        "merchant_number": merchant.merchant_number.strip() or say("papers.common.blank"),
        "contact": case.handler.name.strip() or merchant.representative.strip() or say("papers.common.blank"),
        "phone": case.handler.phone.strip() or merchant.phone.strip() or say("papers.common.blank"),
    }
    subject = say("papers.mail.subject", **words)
    return case, draft_message(to, subject, say("papers.mail.body", **words), attached)
