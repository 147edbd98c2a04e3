"""Messages about one open item, to the customer or the acquirer, as text message, e-mail or phone script."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pos_closeout.domain.open_items import ItemKind
from pos_closeout.guidance.reading import Section, read_sections
from pos_closeout.guidance.texts import Bilingual


class Party(StrEnum):
    """Who a message goes to."""

    CUSTOMER = "customer"
    ACQUIRER = "acquirer"


class Form(StrEnum):
    """What a message is written for."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Written:
    """A message ready to be sent by the owner; ``subject`` is empty unless it is an e-mail."""

    subject: str
    text: str


_OPTIONAL = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
_NAME = re.compile(r"{(\w+)}")
_OTHER = "other"
_PARTS = ("sms", "subject", "body", "phone")
_FRAMES = tuple(f"frame.{party}.{part}" for party in Party for part in _PARTS)


@dataclass(frozen=True, slots=True)
class ItemMessages:
    """The texts of ``item_messages.toml``: frames by name, and what to say about each kind by party and kind."""

    frames: Mapping[str, Bilingual]
    matters: Mapping[str, tuple[Bilingual, Bilingual]]

    def write(self, party: Party, form: Form, kind: ItemKind, words: Mapping[str, str], language: str) -> Written:
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
            name: _filled(text.of(language), words) for name, text in (("matter", matter), ("ask", ask))
        }

        def framed(part: str) -> str:
            return _filled(self.frames[f"frame.{party}.{part}"].of(language), known).strip()

        if form is Form.EMAIL:
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
            raise Section("item_messages.toml", name, {}).broken("zh")
    return ItemMessages(
        frames={name: _frame(section) for name, section in sections.items() if name in _FRAMES},
        matters={name: _matter(section) for name, section in sections.items() if name not in _FRAMES},
    )


def _frame(section: Section) -> Bilingual:
    section.only(("zh", "en"))
    return Bilingual(section.string("zh"), section.string("en"))


def _matter(section: Section) -> tuple[Bilingual, Bilingual]:
    party, _, kind = section.key.partition(".")
    if party not in set(Party) or kind not in {*ItemKind, _OTHER}:
        raise section.broken("matter")
    return section.only(("matter", "ask")).text("matter"), section.text("ask")


def _fallback(party: Party) -> str:
    """The acquirer has words for every kind; a customer has little to do with most of them."""
    return _OTHER if party is Party.CUSTOMER else ItemKind.RECEIPT.value


def _filled(text: str, words: Mapping[str, str]) -> str:
    """Fill in names; ``[…]`` goes when a name in it is empty, ``[…|…]`` then says what stands behind the bar."""

    def choose(found: re.Match[str]) -> str:
        names = _NAME.findall(found[1])
        if names and not all(words.get(name) for name in names):
            return found[2] or ""
        # Brackets without a name belong to the text, such as a signature in English.
        return found[1] if names else found[0]

    shaped = _OPTIONAL.sub(choose, text)
    return _NAME.sub(lambda found: words.get(found[1], ""), shaped)
