"""What is kept about one item beside its line: notes, talks, proof, and what happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.open_items import OpenItem


class TalkChannel(StrEnum):
    """How somebody was reached."""

    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the owner.

    Attributes:
        at: when it was written, ISO 8601 to the second.
    """

    id: int = 0
    at: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """One line of the communication log.

    Attributes:
        at: when, ISO 8601.
        way: how somebody was reached.
        with_whom: who it was, with a staff number where there is one.
        result: what came of it.
        next_step: what follows, in the owner's words.
    """

    id: int = 0
    at: str = ""
    way: TalkChannel = TalkChannel.CALL
    with_whom: str = ""
    result: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file kept as proof.

    Attributes:
        at: when it was attached, ISO 8601.
        name: what it was called where it came from.
        stored_as: where it lies below the folder of attachments, with ``/`` between the parts.
        sha256: digest of its content, in hexadecimal.
        size: in bytes.
        removed: it was taken off the item and lies in the bin.
    """

    id: int = 0
    at: str = ""
    name: str = ""
    stored_as: str = ""
    sha256: str = ""
    size: int = 0
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to an item.

    Attributes:
        at: when, ISO 8601.
        what: a field of the item, ``facts.`` and an extra field, or a verb such as ``added`` or ``proof_attached``.
        old: the text before; empty when there was none.
        new: the text after; empty when there is none.
    """

    at: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ItemFile:
    """Everything about one item. ``proofs`` leaves out removed ones; ``events`` come in their order."""

    item: OpenItem
    facts: Facts = field(default_factory=dict[Fact, str])
    notes: tuple[Note, ...] = ()
    talks: tuple[Talk, ...] = ()
    proofs: tuple[Proof, ...] = ()
    events: tuple[Event, ...] = ()


def described(facts: Mapping[Fact, str]) -> dict[str, str]:
    """Return facts with plain names, for programs."""
    return {fact.value: value for fact, value in facts.items()}
