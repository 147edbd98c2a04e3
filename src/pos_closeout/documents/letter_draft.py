"""What every part of the letter leans on: the case, its open items, the words, and the names of the two sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, EntityType, main_action
from pos_closeout.domain.case.legal_form import LegalForm, legal_form
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.case.stop_day import asked_day
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import ItemKind, ItemTotals, OpenItem, is_open, totals, urgency
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, case_facts, known, stance
from pos_closeout.domain.papers.attachments import Paper, documents_to_bring, enclosed


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter about to be worded.

    Attributes:
        case: the case.
        items: its open items, most urgent first.
        papers: what goes with the letter.
        say: the words of the letter's language.
        version: the number the letter carries, from 1.
        today: the date of the letter.
    """

    case: Case
    items: tuple[OpenItem, ...]
    papers: tuple[Paper, ...]
    say: Phrases
    version: int
    today: date
    told: CaseFacts
    facts: Mapping[int, Facts]

    def claim(self, key: str, **facts: str | int) -> str:
        """Return a sentence in the form that fits what the owner answered; empty text where it says nothing."""
        return self.say.claim(key, self.told, us=self.us, you=self.you, **facts)

    def known(self, basis: Basis) -> Known:
        """Return what is known about a thing."""
        return known(basis, self.told)

    @property
    def us(self) -> str:
        """How the merchant speaks of itself; heirs and a former proprietor speak as persons."""
        applicant = self.case.profile.applicant
        entity = self.case.merchant.entity_type
        if applicant is Applicant.HEIRS or (applicant is Applicant.FORMER and entity is EntityType.COMPANY):
            return self.say("terms.self.heirs")
        speaks = applicant if applicant is Applicant.FORMER else self.form
        return self.say(f"terms.self.{speaks}")

    @property
    def form(self) -> LegalForm:
        """What the merchant is in law: decides who signs and what that person is called."""
        return legal_form(self.case.merchant)

    @property
    def you(self) -> str:
        """How the acquirer is spoken to."""
        return self.say("terms.you.bank" if "银行" in addressee(self.case) else "terms.you.company")

    @property
    def action_key(self) -> str:
        """The key of the furthest-reaching action, ``none`` while nothing is chosen."""
        return main_action(self.case) or "none"

    @property
    def claims(self) -> bool:
        """Whether the acquirer has left, so that the letter claims and nothing is stopped."""
        return self.known(Basis.ACQUIRER_LEFT) is Known.YES

    @property
    def title_key(self) -> str:
        """The key of what the letter is called."""
        if self.claims:
            return "claim"
        return "not_opened" if self.known(Basis.NOT_OPENED) is Known.YES else self.action_key

    @property
    def done(self) -> str:
        """What the day of the request brings: the stop, the suspension or the replacement."""
        return self.say(f"terms.done.{self.action_key}")

    @property
    def when(self) -> str:
        """The moment of the stop, or a blank to fill in."""
        request = self.case.request
        day = asked_day(request, self.told.today)
        if day is None:
            return self.say("letter.opening.when_blank")
        key = "letter.opening.when_after_close" if request.after_close_of_business else "letter.opening.when"
        return self.say(key, day=self.say.day(day))

    @property
    def applicant(self) -> str:
        """Who applies, by name: the merchant, or the person where there is no merchant any more; may be empty."""
        told, shop = self.case.profile, self.case.merchant
        if told.applicant is Applicant.HEIRS:
            return told.applicant_name.strip()
        if told.applicant is not Applicant.FORMER:
            return shop.registered_name.strip()
        person = "" if shop.entity_type is EntityType.COMPANY else shop.representative.strip()
        return told.applicant_name.strip() or person

    @property
    def fees_in_question(self) -> tuple[OpenItem, ...]:
        """The fees on the list that the owner objects to, or may object to."""
        listed = (each for each in self.items if each.kind is ItemKind.FEE)
        return tuple(each for each in listed if stance(self.told, each) is not Known.NO)

    @property
    def owed(self) -> ItemTotals:
        """What the items come to: a fee counts as owed only where the owner said that it will be paid."""
        fees = self.fees_in_question
        others = [each for each in self.items if each not in fees]
        return totals(others, self.today) + ItemTotals(neither=totals(fees, self.today).to_pay)

    @property
    def merchant_number(self) -> str:
        """The merchant number, or a blank to fill in."""
        return self.case.merchant.merchant_number.strip() or self.say("letter.receipt.blank")


def make_draft(
    case: Case,
    items: Sequence[OpenItem],
    say: Phrases,
    version: int,
    today: date,
    *,
    facts: Mapping[int, Facts] | None = None,
) -> Draft:
    """Gather what the parts of a letter need; items that are cleared only tell that something was there."""
    waiting = tuple(sorted(filter(is_open, items), key=urgency))
    papers = enclosed(documents_to_bring(case, items))
    return Draft(case, waiting, papers, say, version, today, case_facts(case, items, today, facts), facts or {})


def addressee(case: Case) -> str:
    """Return who the letter goes to: what the owner wrote, else the acquirer with its branch, else empty text."""
    written = case.letter.addressee.strip()
    name, branch = case.acquirer.name.strip(), case.acquirer.branch.strip()
    if written or not branch or branch in name:
        return written or name
    if branch.startswith(name):
        return branch
    return f"{name}, {branch}" if name.isascii() else f"{name}{branch}"


def groups(case: Case) -> tuple[tuple[Action, tuple[int, ...]], ...]:
    """Return the chosen actions, furthest-reaching first, each with the positions of its terminals (from 1)."""
    by_action = {
        action: tuple(place for place, terminal in enumerate(case.terminals, 1) if terminal.action is action)
        for action in reversed(Action)
    }
    return tuple((action, places) for action, places in by_action.items() if places)


def position_list(places: Sequence[int], say: Phrases) -> str:
    """Write positions with runs drawn together: 1、3–5."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    parts = [part for run in runs for part in _run(run)]
    return say.join(parts)


def _run(run: Sequence[int]) -> tuple[str, ...]:
    return (f"{run[0]}–{run[-1]}",) if len(run) > 2 else tuple(str(place) for place in run)
