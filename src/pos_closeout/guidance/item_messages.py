"""Messages about one open item, to the customer or the acquirer, as text message, e-mail or phone script."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.filling import MessageForm, Written, filled
from pos_closeout.guidance.reading import TextSection, read_sections


class Party(StrEnum):
    """Who a message goes to."""

    CUSTOMER = "customer"
    ACQUIRER = "acquirer"


_OTHER = "other"
_PARTS = ("sms", "subject", "body", "phone")
_FRAMES = tuple(f"frame.{party}.{part}" for party in Party for part in _PARTS)


@dataclass(frozen=True, slots=True)
class ItemMessages:
    """The texts of ``item_messages.toml``: frames by name, and what to say about each kind by party and kind."""

    frames: Mapping[str, Bilingual]
    matters: Mapping[str, tuple[Bilingual, Bilingual]]

    def write(
        self, party: Party, form: MessageForm, kind: ItemKind, words: Mapping[str, str], language: str
    ) -> Written:
        """Return a message with everything filled in.

        Args:
            party: who it goes to.
            form: what it is written for.
            kind: the kind of the item.
            words: what the names in the texts stand for; empty or missing ones take their bracket along.
            language: ``zh`` or ``en``.
        """
        matter, ask = self.matters.get(f"{party}.{kind}", self.matters[f"{party}.{_fallback(party)}"])
        known = dict(words) | {
            name: filled(text.of(language), words) for name, text in (("matter", matter), ("ask", ask))
        }

        def framed(part: str) -> str:
            return filled(self.frames[f"frame.{party}.{part}"].of(language), known).strip()

        if form is MessageForm.EMAIL:
            return Written(framed("subject"), framed("body") + "\n")
        return Written("", framed(form.value))


def load_item_messages(folder: Path) -> ItemMessages:
    """Read ``item_messages.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    sections = read_sections(folder, "item_messages.toml")
    for name in (*_FRAMES, *(f"{party}.{_fallback(party)}" for party in Party)):
        if name not in sections:
            raise TextSection("item_messages.toml", name, {}).broken("zh")
    return ItemMessages(
        frames={name: _frame(section) for name, section in sections.items() if name in _FRAMES},
        matters={name: _matter(section) for name, section in sections.items() if name not in _FRAMES},
    )


def _frame(section: TextSection) -> Bilingual:
    section.only(("zh", "en"))
    return Bilingual(section.string("zh"), section.string("en"))


def _matter(section: TextSection) -> tuple[Bilingual, Bilingual]:
    party, _, kind = section.key.partition(".")
    if party not in set(Party) or kind not in {*ItemKind, _OTHER}:
        raise section.broken("matter")
    return section.only(("matter", "ask")).text("matter"), section.text("ask")


def _fallback(party: Party) -> str:
    """The acquirer has words for every kind; a customer has little to do with most of them."""
    return _OTHER if party is Party.CUSTOMER else ItemKind.RECEIPT.value
