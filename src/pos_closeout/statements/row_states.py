"""What a row of a table is about and how far its money got, from every word the row says about itself."""

from collections.abc import Sequence

from pos_closeout.domain.bills.line_states import LineFacts, LineKind, Meaning, decide
from pos_closeout.domain.bills.transactions import Kind, TransactionState
from pos_closeout.statements.amounts import Money, MoneyReader
from pos_closeout.statements.cells import read_partial_refund
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

_KINDS = {
    LineKind.REFUND: Kind.REFUND,
    LineKind.HOLD: Kind.HOLD,
    LineKind.HOLD_UNDONE: Kind.HOLD,
    LineKind.WITHDRAWAL: Kind.WITHDRAWAL,
}


class StateReader:
    """Reads the states of the rows of one table."""

    def __init__(self, table: StatementTable, vocabulary: Vocabulary, money: MoneyReader) -> None:
        self._layout, self._words, self._money, self._first = table.layout, vocabulary, money, money.first
        self._mapped = table.layout.id == UNMARKED
        self._has_states = any(money.has(role) for role in ("status", "refund_status"))
        self._has_refunds = money.has("refund_status")
        # A known layout that names an amount beside the order writes the refund in a line of its own as well.
        self._own_refunds = self._has_refunds or (self._mapped and money.has("refund_amount"))

    def kind(self, cells: Sequence[str]) -> tuple[LineKind, bool]:
        """Return what a row is about, and whether the word of its type is known."""
        kind, known = self._words.kinds.of_type(self._first("type", cells))
        if kind in (LineKind.PAYMENT, LineKind.TRANSFER):
            if self._is_refund(cells):
                return LineKind.REFUND, known
            # A line of an order without an amount that sends something back is the line of a refund.
            whole = self._money.fen_at("amount", cells)
            if whole == 0 and self._layout.direction == "sales" and self._money.fen_at("refund_amount", cells):
                return LineKind.REFUND, known
        return kind, known

    def _is_refund(self, cells: Sequence[str]) -> bool:
        kinds, status = self._words.kinds, self._first("status", cells)
        if kinds.is_refund_status(status) or kinds.begins_refund(self._first("summary", cells)):
            return True
        # A sale whose state is 退货成功 is the sale still where a type says so.
        typed = self._layout.direction == "sales" and self._first("type", cells)
        return not typed and kinds.begins_refund(status)

    def kept_kind(self, kind: LineKind) -> Kind:
        """Return what a line about something is kept as."""
        if self._layout.ledger:
            return Kind.LEDGER
        if kind is LineKind.PAYMENT and self._own_refunds:
            return Kind.ORDER
        return _KINDS.get(kind, Kind.PAYMENT)

    def state(
        self, cells: Sequence[str], money: Money, kind: LineKind, *, known: bool
    ) -> tuple[TransactionState, str, int]:
        """Return the state, the word it was read from, and the refunded fen."""
        type_word = self._first("type", cells)
        if self._layout.booked and (not self._mapped or self._layout.direction != "sales"):
            return TransactionState.DONE, "" if self._mapped else type_word, 0
        status = self._first("status", cells)
        base, back, everything = read_partial_refund(status)
        meaning = self._meaning(status if back is None else base or "已退款", kind)
        if self._words.kinds.is_refund_status(status):
            # The word says what the line is; how far it got stands in the column of refunds.
            meaning = Meaning.NONE if self._has_refunds else meaning
        if meaning is Meaning.NONE:
            meaning = self._unsaid(type_word, kind, known=known)
        refunded = money.fen if everything or money.all_refunded else back if back is not None else money.refunded_fen
        decided = decide(
            LineFacts(
                kind,
                money.direction,
                meaning,
                self._meaning(self._first("more_status", cells), kind),
                self._meaning(self._first("refund_status", cells), LineKind.REFUND),
                money.fen,
                refunded,
                funded=not self._money.has("funding") or bool(self._first("funding", cells)),
            )
        )
        return decided.state, status or ("" if self._mapped and self._has_states else type_word), decided.refunded_fen

    def knows(self, role: str, text: str, kind: LineKind) -> bool:
        """Tell whether the word of a second column of states is recognised."""
        of = LineKind.REFUND if role == "refund_status" else kind
        return self._meaning(text, of) is not Meaning.UNKNOWN

    def _meaning(self, text: str, kind: LineKind) -> Meaning:
        return self._words.meaning_of(self._layout.family, text, kind)

    def _unsaid(self, type_word: str, kind: LineKind, *, known: bool) -> Meaning:
        """Return what a line says about how far it got that has no word about it.

        A sale beside a column of refunds is a plain sale. A file without any column of states lists what is booked:
        there the type is all there is, unless it is a word about a state itself (退货失败).
        """
        told = self._meaning(type_word, kind)
        if told not in (Meaning.UNKNOWN, Meaning.NONE):
            return told
        if self._has_states:
            return Meaning.DONE if self._has_refunds and kind is not LineKind.REFUND else Meaning.NONE
        return Meaning.DONE if known or self._mapped else Meaning.UNKNOWN
