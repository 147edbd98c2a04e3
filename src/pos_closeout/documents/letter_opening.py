"""Parts A and B of the letter: who writes to whom about what, the merchant, and the table of terminals."""

from pos_closeout.documents.content import (
    Align,
    Block,
    Column,
    GridEntry,
    Section,
    Table,
    filled_entries,
    lines,
    packed,
    spaced,
)
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.domain.case.case import EntityType, Merchant, Reason
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.papers.answers import Basis, Known

_BLANK_ROWS = 2
"""Rows left to fill in by hand when no terminal has been written down."""
_BLANK_CELL = "　\n　"
"""Two lines of nothing, so that such a row has room for handwriting."""


def opening(draft: Draft) -> str:
    """Return the first paragraph: agreement, who applies, reasons, what is asked for and from when."""
    wish = f"{_wish(draft)}{draft.say('letter.opening.end')}"
    opened = () if draft.title_key == "not_opened" else (_agreement(draft),)
    reasons = () if draft.title_key in {"claim", "not_opened"} else (_reasons(draft),)
    parts = (*opened, *_applicants(draft), *reasons, wish)
    return ("" if draft.say.chinese else " ").join(part for part in parts if part)


def merchant_section(draft: Draft) -> Section:
    """Return part A. What a clerk cannot do without stays as a blank, the rest is left out when not given."""
    return Section(draft.say("letter.section.merchant"), (packed((*_needed(draft), *_optional(draft))),))


def terminals_section(draft: Draft) -> Section:
    """Return part B, one row a terminal in the order of the case."""
    return Section(draft.say("letter.section.terminals"), (_terminal_table(draft),))


def identity_key(merchant: Merchant) -> str:
    """Return which number identifies the merchant: a person's, a 15-digit registration number or the credit code."""
    if merchant.entity_type is EntityType.UNSAID:
        return "unsaid"
    if merchant.entity_type is EntityType.MICRO:
        return "person"
    number = merchant.identity_number.strip()
    return "registration" if len(number) == 15 and number.isdigit() else "credit_code"


def _agreement(draft: Draft) -> str:
    merchant, say = draft.case.merchant, draft.say
    number = merchant.agreement_number.strip()
    kind = {(True, True): "full", (True, False): "number", (False, True): "day", (False, False): "plain"}[
        bool(number), merchant.signed_on is not None
    ]
    day = "" if merchant.signed_on is None else say.day(merchant.signed_on)
    details = say(f"letter.opening.agreement_{kind}", number=number, day=day)
    return draft.claim(f"letter.opening.agreement{'_left' if draft.claims else ''}", details=details)


def _applicants(draft: Draft) -> tuple[str, ...]:
    """Word who applies where it is not the registered merchant itself."""
    told, say = draft.case.profile, draft.say
    since = say("letter.opening.since_blank")
    if told.since is not None:
        since = say("letter.opening.since", day=say.day(told.since))
    registered = draft.case.merchant.representative.strip()
    named = told.applicant_name.strip() or registered or say("letter.receipt.blank")
    deceased = registered or say("letter.receipt.blank")
    return (
        draft.claim("letter.opening.former", since=since, name=named),
        draft.claim("letter.opening.heirs", since=since, name=deceased),
        draft.claim(
            "letter.opening.changed", name=named, representative=say(f"letter.merchant.representative.{draft.form}")
        ),
    )


def _reasons(draft: Draft) -> str:
    request, say = draft.case.request, draft.say
    note = request.reason_note.strip().rstrip("。.；;")
    named = [say(f"terms.reason.{reason}") for reason in request.reasons if reason is not Reason.OTHER]
    if note:
        named.append(note)
    return draft.claim("letter.opening.reason", reasons=say.join(named))


def _wish(draft: Draft) -> str:
    actions = [action for action, _ in groups(draft.case)]
    key = "mixed" if len(actions) > 1 else draft.action_key
    if draft.title_key in {"claim", "not_opened"}:
        key = draft.title_key
    elif key == Action.SUSPEND and draft.known(Basis.HEIRS) is Known.YES:
        key = "suspend_at_once"
    names = draft.say.join([draft.say(f"terms.action.{action}") for action in actions])
    below = draft.say.plural("letter.opening.below", len(draft.case.terminals))
    return draft.claim(
        f"letter.opening.{key}", when=draft.when, actions=names, merchant_number=draft.merchant_number, below=below
    )


def _needed(draft: Draft) -> tuple[GridEntry, ...]:
    merchant, say = draft.case.merchant, draft.say
    entity = merchant.entity_type
    heirs = draft.case.profile.applicant is Applicant.HEIRS
    label = "letter.merchant.deceased" if heirs else f"letter.merchant.representative.{draft.form}"
    person = GridEntry(say(label), merchant.representative.strip())
    # A micro merchant is its responsible person: an empty box there asks for nothing a clerk would miss.
    in_charge = () if entity is EntityType.MICRO and not person.value else (person,)
    return (
        GridEntry(say("letter.merchant.registered_name"), merchant.registered_name.strip(), wide=True),
        GridEntry(say("letter.merchant.merchant_number"), merchant.merchant_number.strip()),
        GridEntry(say("letter.merchant.entity"), say(f"terms.entity.{entity}")),
        GridEntry(say(f"letter.merchant.identity.{identity_key(merchant)}"), merchant.identity_number.strip()),
        *in_charge,
        GridEntry(say("letter.merchant.phone"), merchant.phone.strip()),
    )


def _optional(draft: Draft) -> tuple[GridEntry, ...]:
    merchant, say = draft.case.merchant, draft.say
    return filled_entries(
        (
            (say("letter.merchant.email"), merchant.email),
            (say("letter.merchant.trading_name"), merchant.trading_name),
            (say("letter.merchant.industry"), merchant.industry),
            (say("letter.merchant.other_numbers"), merchant.other_numbers),
            (say(f"letter.merchant.registered_address.{merchant.entity_type}"), merchant.registered_address),
            (say("letter.merchant.handler"), _handler(draft)),
            (say("letter.merchant.agent"), _agent(draft)),
        )
    )


def _handler(draft: Draft) -> str:
    handler, say = draft.case.handler, draft.say
    heirs = "_heirs" if draft.case.profile.applicant is Applicant.HEIRS else ""
    return spaced(
        (
            say.about(f"letter.merchant.handler_name{heirs}", handler.name),
            say.about("letter.merchant.handler_id", handler.id_number),
            say.about("letter.merchant.handler_phone", handler.phone),
        )
    )


def _agent(draft: Draft) -> str:
    agent = draft.case.agent
    return spaced((agent.name.strip(), draft.say.about("letter.merchant.agent_phone", agent.phone)))


def _terminal_table(draft: Draft) -> Block:
    say = draft.say
    columns = (
        Column(say("letter.terminals.position"), Align.CENTRE),
        Column(say("letter.terminals.number")),
        Column(say("letter.terminals.serial_number")),
        Column(say("letter.terminals.place")),
        Column(say("letter.terminals.device")),
        Column(say("letter.terminals.action"), Align.CENTRE),
    )
    rows = tuple(_terminal_row(draft, place, terminal) for place, terminal in enumerate(draft.case.terminals, 1))
    return Table(columns, rows or (((_BLANK_CELL,) * len(columns)),) * _BLANK_ROWS)


def _terminal_row(draft: Draft, place: int, terminal: Terminal) -> tuple[str, ...]:
    say = draft.say
    state = say(
        "letter.terminals.owner_and_state",
        ownership=say(f"terms.ownership.{terminal.ownership}"),
        condition=say(f"terms.condition.{terminal.condition}"),
    )
    action = "" if terminal.action is None else say(f"terms.action.{terminal.action}")
    device = (terminal.serial_number, terminal.model)
    around = (
        terminal.place,
        say.about("letter.terminals.sim", terminal.sim),
        say.about("letter.terminals.accessories", terminal.accessories),
        say.about("letter.terminals.qr_codes", terminal.qr_codes),
    )
    return (str(place), terminal.number.strip(), lines(*device), lines(*around), state, action)
