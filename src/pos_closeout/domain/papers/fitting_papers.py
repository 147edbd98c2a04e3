"""Which papers fit a case, why, and what they still lack."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pos_closeout.domain.case.case import Case, EntityType
from pos_closeout.domain.case.issued_papers import DRAWN_PAPERS, Delivery, PaperKind, check_delivery
from pos_closeout.domain.device.terminal import Condition
from pos_closeout.domain.eligibility.checks_papers import goes_to_agent
from pos_closeout.domain.eligibility.concerns import Circumstance, circumstances, left_out
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.papers.answers import Basis, Known, case_facts, known, stance
from pos_closeout.domain.papers.late_fees import charged_late

OWN_PAPERS = frozenset({PaperKind.PLAN, PaperKind.RETENTION, PaperKind.MIGRATION})
"""Papers the shop keeps for itself; all others name the acquirer and go to it."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A paper that fits a case.

    Attributes:
        kind: which.
        missing: answers it lacks, as paths such as ``paper_answers.lost_on``; it is printed with blanks all the same.
        held_back: the check for which it is not issued, empty where it may be.
    """

    kind: PaperKind
    missing: tuple[str, ...] = ()
    held_back: str = ""


def fitting(case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None) -> tuple[Fitting, ...]:
    """Return the papers that fit a case, the letter first; one the owner brought back fits as well.

    Args:
        case: the case.
        items: its ledger.
        facts: the extra fields of the items by id; they say which fees are owed and need no objection.
    """
    told, why = case_facts(case, items, None), held_back(case, items)
    return tuple(
        Fitting(kind, tuple(_missing(kind, case, items)), "" if kind in OWN_PAPERS else why)
        for kind in papers_of_any_owner(case, items, facts)
        if left_out(f"paper.{kind}", case, told.found) is None
    )


def papers_of_any_owner(
    case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None
) -> tuple[PaperKind, ...]:
    """Return the papers that the answers call for, also those that do not concern this owner."""
    told = case_facts(case, items, None)
    fits = {
        PaperKind.LETTER: True,
        PaperKind.PLAN: bool(case.terminals),
        PaperKind.ATTORNEY: bool(case.handler.name.strip()),
        PaperKind.LOSS: any(terminal.condition is Condition.LOST for terminal in case.terminals),
        PaperKind.DEPOSIT: known(Basis.DEPOSIT_BACK, told) is Known.YES,
        PaperKind.FEES: bool(disputed_fees(case, items, facts)),
        PaperKind.RETENTION: True,
        PaperKind.MIGRATION: bool(case.moves),
    }
    return tuple(kind for kind in DRAWN_PAPERS if fits[kind])


def held_back(case: Case, items: Sequence[OpenItem]) -> str:
    """Return the check for which nothing goes to the addressee, empty text where papers may be issued.

    ``addressee``: it would go to an agent, or to somebody who came first and is not verified.
    ``seal_and_representative``: the acquirer has another representative on file, who has to be changed first.
    """
    found = circumstances(case, items, None)
    if Circumstance.SUSPICION in found or goes_to_agent(case):
        return "addressee"
    return "seal_and_representative" if Circumstance.RECORD_BEHIND in found else ""


def to_the_acquirer(
    case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None
) -> tuple[PaperKind, ...]:
    """Return the papers that fit and are meant for the acquirer; the others the shop keeps for itself."""
    return tuple(each.kind for each in fitting(case, items, facts) if each.kind not in OWN_PAPERS)


def issued_version(case: Case, kind: PaperKind) -> int:
    """Return the version of a paper issued last, 0 when none was."""
    if kind is PaperKind.LETTER:
        return case.letter.issued_version
    if kind is PaperKind.FORM:
        return case.filled_forms[-1].version if case.filled_forms else 0
    return next((each.version for each in case.issued_papers if each.kind is kind), 0)


def mark_issued(case: Case, issued: Case, kind: PaperKind) -> Case:
    """Return a case as it stands now with what was noted when a paper of it was issued; later answers stay.

    Args:
        case: as it stands now.
        issued: as it stood when the paper was drawn, with the version in it.
        kind: the paper.
    """
    if kind is PaperKind.LETTER:
        version, digest = issued.letter.issued_version, issued.letter.issued_digest
        letter = replace(case.letter, issued_version=version, issued_digest=digest)
        return replace(case, letter=letter, issued_texts=issued.issued_texts)
    others = tuple(each for each in case.issued_papers if each.kind is not kind)
    return replace(case, issued_papers=others + tuple(each for each in issued.issued_papers if each.kind is kind))


def add_delivery(case: Case, delivery: Delivery) -> Case:
    """Return the case with a delivery in its log; the version is the one issued last where none is given.

    Raises:
        BadInputError: ``delivery.arrived_before_sent``.
    """
    checked = check_delivery(replace(delivery, version=delivery.version or issued_version(case, delivery.paper)))
    return replace(case, deliveries=(*case.deliveries, checked))


def disputed_fees(
    case: Case, items: Sequence[OpenItem], facts: Mapping[int, Facts] | None = None
) -> tuple[OpenItem, ...]:
    """Return what an objection speaks of: open fees, save those the owner said are owed, and charges after the stop."""
    told = case_facts(case, items, None, facts)
    fees = tuple(item for item in items if item.kind is ItemKind.FEE and is_open(item))
    return tuple(item for item in (*fees, *charged_late(case, items)) if stance(told, item) is not Known.NO)


def _missing(kind: PaperKind, case: Case, items: Sequence[OpenItem]) -> Iterator[str]:
    find = _FINDERS.get(kind)
    if find is not None:
        yield from (path for path, there in find(case, items).items() if not there)


def _plan(case: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    del items
    return {"request.stop_on": case.request.stop_on, "paper_answers.operator": case.paper_answers.operator.strip()}


def _attorney(case: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    del items
    micro = case.merchant.entity_type is EntityType.MICRO
    return {
        "merchant.representative": micro or case.merchant.representative.strip(),
        "handler.id_number": case.handler.id_number.strip(),
        "paper_answers.attorney_until": case.paper_answers.attorney_until,
    }


def _loss(case: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    del items
    lost = [each for each in case.terminals if each.condition is Condition.LOST]
    return {
        "terminals.serial_number": all(each.serial_number.strip() for each in lost),
        "paper_answers.lost_on": case.paper_answers.lost_on,
        "paper_answers.lost_where": case.paper_answers.lost_where.strip(),
        "paper_answers.lost_how": case.paper_answers.lost_how.strip(),
    }


def _deposit(case: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    del items
    money = case.settlement
    return {
        "settlement.deposit_fen": money.deposit_fen,
        "settlement.deposit_receipt": money.deposit_receipt.strip(),
        "settlement.account_name": money.account_name.strip() or money.deposit_account.strip(),
    }


def _fees(case: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    return {"items.fee": all(item.amount_fen is not None for item in disputed_fees(case, items))}


_FINDERS: dict[PaperKind, Callable[[Case, Sequence[OpenItem]], dict[str, object]]] = {
    PaperKind.PLAN: _plan,
    PaperKind.ATTORNEY: _attorney,
    PaperKind.LOSS: _loss,
    PaperKind.DEPOSIT: _deposit,
    PaperKind.FEES: _fees,
}
