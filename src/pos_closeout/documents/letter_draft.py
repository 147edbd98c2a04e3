"""What every part of the letter leans on: the case, its open items, the words, and the names of the two sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, main_action
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.open_items import OpenItem, is_open, urgency
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

    @property
    def us(self) -> str:
        """How the merchant speaks of itself."""
        return self.say(f"terms.self.{self.case.merchant.entity_type}")

    @property
    def you(self) -> str:
        """How the acquirer is spoken to."""
        return self.say("terms.you.bank" if "银行" in addressee(self.case) else "terms.you.company")

    @property
    def action_key(self) -> str:
        """The key of the furthest-reaching action, ``none`` while nothing is chosen."""
        return main_action(self.case) or "none"

    @property
    def done(self) -> str:
        """What the day of the request brings: the stop, the suspension or the replacement."""
        return self.say(f"terms.done.{self.action_key}")

    @property
    def when(self) -> str:
        """The moment of the stop, or a blank to fill in."""
        request = self.case.request
        if request.stop_on is None:
            return self.say("letter.opening.when_blank")
        key = "letter.opening.when_after_close" if request.after_close_of_business else "letter.opening.when"
        return self.say(key, day=self.say.day(request.stop_on))

    @property
    def merchant_number(self) -> str:
        """The merchant number, or a blank to fill in."""
        return self.case.merchant.merchant_number.strip() or self.say("letter.receipt.blank")


def make_draft(case: Case, items: Sequence[OpenItem], say: Phrases, version: int, today: date) -> Draft:
    """Gather what the parts of a letter need; items that are cleared are left aside."""
    waiting = tuple(sorted(filter(is_open, items), key=urgency))
    papers = enclosed(documents_to_bring(case, waiting))
    return Draft(case, waiting, papers, say, version, today)


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
