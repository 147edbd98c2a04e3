"""Part C of the letter: what the acquirer is asked to do, a point a group of terminals, then what is common to all."""

from collections import Counter
from collections.abc import Iterator

from pos_closeout.documents.content import Points, Section
from pos_closeout.documents.letter_draft import Draft, groups, position_list
from pos_closeout.documents.letter_opening import identity_key
from pos_closeout.domain.case.stop_day import billing_day
from pos_closeout.domain.device.terminal import Action, goes_back
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.answers import Basis, Known, stops_at_once
from pos_closeout.domain.papers.fitting_papers import disputed_fees

_NAMED = 3
"""Terminals named by number beside their places; more are found in the table."""
_UNBINDS = frozenset({Action.REMOVE, Action.CLOSE_MERCHANT})
_KEEPS = frozenset({Action.SUSPEND, Action.SWAP})


def request_section(draft: Draft) -> Section:
    """Return part C in points."""
    if draft.claims:
        points: tuple[str, ...] = tuple(_claims(draft))
    elif draft.title_key == "not_opened":
        points = (draft.claim("letter.request.not_opened"),)
    else:
        points = (
            draft.claim("letter.request.at_once"),
            *_by_action(draft),
            draft.claim("letter.request.keep_number", merchant_number=draft.merchant_number),
            draft.claim("letter.request.terminal_numbers"),
            *_kinds(draft),
            *_money(draft),
            _devices(draft),
            _answer(draft),
        )
    return Section(draft.say("letter.section.request"), (Points(tuple(point for point in points if point)),))


def which(draft: Draft, places: tuple[int, ...]) -> str:
    """Return how the terminals at these positions are called: all of them, or by their numbers in the table."""
    if len(places) == len(draft.case.terminals):
        return draft.say.plural("letter.request.which_all", len(places))
    return draft.say.plural("letter.request.which_some", len(places), positions=position_list(places, draft.say))


def _by_action(draft: Draft) -> Iterator[str]:
    explained = False
    closing = _closes(draft)
    for action, places in groups(draft.case):
        # The five items are spelt out once: the clerk needs the list, not the repetition.
        spelt = action in _UNBINDS and not explained
        yield draft.claim(
            f"letter.request.{action}{'_closing' if closing and action in _KEEPS else ''}",
            which=which(draft, places) + _named(draft, places),
            merchant_number=draft.merchant_number,
            five_items=_five_items(draft) if spelt else "",
        )
        explained = explained or spelt
        if action is Action.CLOSE_MERCHANT:
            yield draft.claim("letter.request.other_numbers")
            yield draft.claim("letter.request.notice")
    yield draft.claim(f"letter.request.ground{'_mixed' if len(groups(draft.case)) > 1 and not closing else ''}")


def _named(draft: Draft, places: tuple[int, ...]) -> str:
    """Name up to three terminals beside their places in the table."""
    numbers = [draft.case.terminals[place - 1].number.strip() for place in places]
    if not 0 < len(numbers) <= _NAMED or not all(numbers):
        return ""
    return draft.say.plural("letter.request.which_numbers", len(numbers), numbers=draft.say.join(numbers))


def _claims(draft: Draft) -> Iterator[str]:
    """Word what is asked of an acquirer that has left: confirmation, who holds the data, the deposit, the device."""
    successor = draft.case.profile.successor.strip()
    named = f"（{successor}）" if draft.say.chinese else f" ({successor})"
    yield draft.claim("letter.request.claim_confirm", merchant_number=draft.merchant_number)
    yield draft.claim("letter.request.claim_data", successor=named if successor else "")
    yield draft.claim("letter.request.unsettled", amount=_unsettled(draft), tail=_tail(draft))
    yield draft.claim("letter.request.claim_deposit", amount=_deposit_amount(draft))
    yield draft.claim("letter.request.claim_device")
    yield draft.claim("letter.request.fees_disputed", **_disputed(draft))


def _money(draft: Draft) -> Iterator[str]:
    unclear = [item for item in draft.items if item.kind is ItemKind.UNFINISHED]
    whole = sum(item.amount_fen or 0 for item in unclear)
    amount = (f"共{draft.say.money(whole)}" if draft.say.chinese else f", {draft.say.money(whole)}") if whole else ""
    yield draft.claim("letter.request.query", count=len(unclear) or "＿", money=amount)
    yield draft.claim("letter.request.unsettled", amount=_unsettled(draft), tail=_tail(draft))
    yield from _billing(draft)
    yield draft.claim("letter.request.fees_disputed", **_disputed(draft))
    yield draft.claim("letter.request.debits")


def _unsettled(draft: Draft) -> str:
    fen = draft.case.settlement.unsettled_fen
    listed = sum(item.amount_fen or 0 for item in draft.items if item.kind is ItemKind.SETTLEMENT)
    return draft.say.money(fen or listed) if fen or listed else draft.say("letter.request.blank_money")


def _tail(draft: Draft) -> str:
    last4 = draft.case.settlement.account_last4.strip()
    return draft.say("letter.request.tail", last4=last4) if last4 else ""


def _disputed(draft: Draft) -> dict[str, str]:
    """Name the fees that are objected to, or may be, by their names, and what they come to."""
    fees = objected_fees(draft)
    names = Counter(fee_name(draft, item) or draft.say("letter.request.fee_unnamed") for item in fees)
    named = [draft.say("letter.request.fee_named", name=name, count=count) for name, count in names.items()]
    whole = sum(item.amount_fen or 0 for item in fees)
    return {
        "fees": draft.say.join(named),
        "money": draft.say.money(whole) if whole else draft.say("letter.request.blank_money"),
    }


def objected_fees(draft: Draft) -> tuple[OpenItem, ...]:
    """Return the fees an objection speaks of."""
    return disputed_fees(draft.case, draft.items, draft.facts)


def fee_name(draft: Draft, item: OpenItem) -> str:
    """Return what a fee is called: its extra field, else empty text."""
    return draft.facts.get(item.id, {}).get(Fact.FEE_NAME, "").strip()


def _deposit_amount(draft: Draft) -> str:
    fen = draft.case.settlement.deposit_fen
    return draft.say.money(fen) if fen else draft.say("letter.request.blank_money")


def _closes(draft: Draft) -> bool:
    return draft.action_key == Action.CLOSE_MERCHANT


def _five_items(draft: Draft) -> str:
    key = identity_key(draft.case.merchant)
    identity = draft.say(f"letter.request.five_items_{key if key in {'person', 'unsaid'} else 'credit_code'}")
    return draft.say("letter.request.five_items", identity=identity)


def _kinds(draft: Draft) -> Iterator[str]:
    if not _only_swaps(draft):
        kinds = draft.case.request.stop_kinds.strip().rstrip("。.")
        yield draft.claim("letter.request.stop_kinds", kinds=kinds)


def _only_swaps(draft: Draft) -> bool:
    """Return whether every terminal goes on working with another device: then nothing stops and fees go on."""
    return [action for action, _ in groups(draft.case)] == [Action.SWAP]


def _billing(draft: Draft) -> Iterator[str]:
    day = billing_day(draft.case, draft.told.today)
    written = draft.say("letter.opening.when_blank") if day is None else draft.say.day(day)
    if stops_at_once(draft.told):
        written = draft.say("letter.request.day_of_stop")
    for kind in _kinds_of_billing(draft):
        yield draft.claim(f"letter.request.billing{kind}", day=written)


def _kinds_of_billing(draft: Draft) -> tuple[str, ...]:
    """Return which fees end: all of them, those of the terminals removed, those not charged for a suspension."""
    chosen = {action for action, _ in groups(draft.case)}
    if Action.CLOSE_MERCHANT in chosen or not chosen or chosen == {Action.REMOVE}:
        return ("",)
    kinds = ((Action.REMOVE, "_mixed"), (Action.SUSPEND, "_suspended"))
    return tuple(kind for action, kind in kinds if action in chosen) or ("",)


def _devices(draft: Draft) -> str:
    """Word what happens to the devices and the deposit; empty when nothing is to happen."""
    back = tuple(place for place, each in enumerate(draft.case.terminals, 1) if goes_back(each))
    item = next((each for each in draft.items if each.kind is ItemKind.DEPOSIT and each.original_on is not None), None)
    day = draft.case.paper_answers.deposit_paid_on or (None if item is None else item.original_on)
    paid = "" if day is None else draft.say("letter.request.paid_on", day=draft.say.day(day))
    amount = draft.case.settlement.deposit_fen
    figures = draft.say.money(amount) if amount else ""
    gap = "" if draft.say.chinese or not figures else ", "
    wanted = draft.known(Basis.DEPOSIT_BACK) is Known.YES
    without = "_without" if nothing_comes_back(draft) else ""
    words = [
        draft.claim("letter.request.return", which=which(draft, back)),
        draft.claim("letter.request.own_devices"),
        draft.claim("letter.request.records"),
        draft.claim("letter.request.lost"),
        draft.claim(f"letter.request.deposit{without}", amount=f"{gap}{figures}", paid=paid),
        draft.claim("letter.request.deposit_proof") if wanted else "",
    ]
    return ("" if draft.say.chinese else " ").join(word for word in words if word)


def nothing_comes_back(draft: Draft) -> bool:
    """Return whether there is nothing to be accepted: every device is lost, or the shop's own."""
    return bool(draft.case.terminals) and draft.known(Basis.DEVICES_BACK) is Known.NO


def _answer(draft: Draft) -> str:
    # Closing the number covers everything under it; else each kind of request has a receipt of its own.
    actions = [action for action, _ in groups(draft.case)]
    kinds = [draft.action_key] if _closes(draft) or not actions else actions
    paper = draft.say.join(draft.say(f"letter.request.paper.{kind}") for kind in kinds)
    if _only_swaps(draft):
        return draft.say("letter.request.answer.no", paper=paper)
    return draft.claim("letter.request.answer", paper=paper)
