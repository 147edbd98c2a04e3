"""Cases and ledgers of every shape, for rules that must hold whatever an owner writes down."""

from datetime import date

from hypothesis import strategies as st

from pos_closeout.domain.case.case import (
    Acquirer,
    Answer,
    Case,
    CheckAnswer,
    EntityType,
    Merchant,
    Reason,
    Request,
    Settlement,
)
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.eligibility.eligibility import CHECKS
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
_MAYBE_DAY = st.none() | DAYS
_MAYBE_FEN = st.none() | st.integers(0, 10_000_000)
_WORD = st.sampled_from(["", " ", "A-1", "{x}"])

_TERMINALS = st.builds(
    Terminal,
    number=_WORD,
    serial_number=_WORD,
    ownership=st.sampled_from(Ownership),
    condition=st.sampled_from(Condition),
    action=st.none() | st.sampled_from(Action),
)
CASES = st.builds(
    Case,
    merchant=st.builds(Merchant, entity_type=st.sampled_from(EntityType)),
    acquirer=st.builds(Acquirer, name=_WORD, confirmed=st.booleans()),
    settlement=st.builds(
        Settlement,
        last_transaction_on=_MAYBE_DAY,
        unsettled_fen=_MAYBE_FEN,
        unsettled_expected_on=_MAYBE_DAY,
        deposit_receipt=_WORD,
        fees_due_fen=_MAYBE_FEN,
    ),
    request=st.builds(Request, reasons=st.lists(st.sampled_from(Reason), unique=True).map(tuple), stop_on=_MAYBE_DAY),
    terminals=st.lists(_TERMINALS, max_size=3).map(tuple),
    answers=st.dictionaries(st.sampled_from(CHECKS), st.sampled_from(Answer)).map(
        lambda given: tuple(CheckAnswer(check, answer) for check, answer in given.items())
    ),
    nothing_open=st.booleans(),
)
ITEMS = st.lists(
    st.builds(
        OpenItem,
        kind=st.sampled_from(ItemKind),
        amount_fen=_MAYBE_FEN,
        state=st.sampled_from(ItemState),
        due_on=_MAYBE_DAY,
    ),
    max_size=6,
)
