"""Part C of the letter: what the acquirer is asked to do, a point a group of terminals, then what is common to all."""

from collections.abc import Iterator

from pos_closeout.documents.content import Points, Section
from pos_closeout.documents.letter_draft import Draft, groups, position_list
from pos_closeout.documents.letter_opening import identity_key
from pos_closeout.domain.device.terminal import Action, Condition, Ownership
from pos_closeout.domain.papers.attachments import goes_back, wants_deposit_back

_UNBINDS = frozenset({Action.REMOVE, Action.CLOSE_MERCHANT})
_KEEPS = frozenset({Action.SUSPEND, Action.SWAP})


def request_section(draft: Draft) -> Section:
    """Return part C in points."""
    points = (*_by_action(draft), *_kinds(draft), _billing(draft), _devices(draft), _answer(draft))
    return Section(draft.say("letter.section.request"), (Points(tuple(point for point in points if point)),))


def which(draft: Draft, places: tuple[int, ...]) -> str:
    """Return how the terminals at these positions are called: all of them, or by their numbers in the table."""
    if len(places) == len(draft.case.terminals):
        return draft.say.plural("letter.request.which_all", len(places))
    return draft.say.plural("letter.request.which_some", len(places), positions=position_list(places, draft.say))


def _by_action(draft: Draft) -> Iterator[str]:
    say, merchant = draft.say, draft.case.merchant
    others = merchant.other_numbers.strip()
    explained = False
    closing = _closes(draft)
    for action, places in groups(draft.case):
        # The five items are spelt out once: the clerk needs the list, not the repetition.
        spelt = action in _UNBINDS and not explained
        yield say(
            f"letter.request.{action}{'_closing' if closing and action in _KEEPS else ''}",
            us=draft.us,
            which=which(draft, places),
            merchant_number=draft.merchant_number,
            other_numbers=say("letter.request.other_numbers", numbers=others) if others else "",
            five_items=_five_items(draft) if spelt else "",
        )
        explained = explained or spelt
        if action is Action.CLOSE_MERCHANT:
            yield say("letter.request.notice")


def _closes(draft: Draft) -> bool:
    return draft.action_key == Action.CLOSE_MERCHANT


def _five_items(draft: Draft) -> str:
    person = identity_key(draft.case.merchant) == "person"
    identity = draft.say(f"letter.request.five_items_{'person' if person else 'credit_code'}")
    return draft.say("letter.request.five_items", identity=identity)


def _kinds(draft: Draft) -> Iterator[str]:
    kinds = draft.case.request.stop_kinds.strip().rstrip("。.")
    if kinds and not _only_swaps(draft):
        yield draft.say("letter.request.stop_kinds", kinds=kinds)


def _only_swaps(draft: Draft) -> bool:
    """Return whether every terminal goes on working with another device: then nothing stops and fees go on."""
    return [action for action, _ in groups(draft.case)] == [Action.SWAP]


def _billing(draft: Draft) -> str:
    if _only_swaps(draft):
        return ""
    day = draft.case.settlement.stop_billing_on or draft.case.request.stop_on
    written = draft.say("letter.opening.when_blank") if day is None else draft.say.day(day)
    return draft.say(f"letter.request.billing{_kind_of_billing(draft)}", day=written)


def _kind_of_billing(draft: Draft) -> str:
    """Return which fees end: all of them, those not charged for a suspension, or those of the terminals that stop."""
    chosen = {action for action, _ in groups(draft.case)}
    if Action.CLOSE_MERCHANT in chosen:
        return ""
    if Action.SUSPEND in chosen:
        return "_suspended"
    return "_mixed" if Action.SWAP in chosen else ""


def _devices(draft: Draft) -> str:
    """Word what happens to the devices and the deposit; empty when nothing is to happen."""
    terminals = draft.case.terminals
    ending = [terminal for terminal in terminals if terminal.action in _UNBINDS]
    wishes = {
        "return": any(goes_back(terminal) for terminal in terminals),
        "keys": any(terminal.ownership is Ownership.OWNED for terminal in ending),
        "deposit": wants_deposit_back(draft.case, draft.items),
        "lost": any(terminal.condition is Condition.LOST for terminal in terminals),
    }
    words = "".join(draft.say(f"letter.request.{wish}") for wish, wanted in wishes.items() if wanted)
    return f"{words.rstrip('；')}。" if draft.say.chinese and words else words.strip()


def _answer(draft: Draft) -> str:
    paper = draft.say(f"letter.request.paper.{draft.action_key}")
    clearance = "_clearance" if draft.case.settlement.wants_clearance and not _only_swaps(draft) else ""
    return draft.say(f"letter.request.answer{clearance}", paper=paper)
