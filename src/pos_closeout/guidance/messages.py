"""What went wrong, in one plain sentence and what to do next, for every message id; window and verbs say the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import read_sections

UNKNOWN = "unknown"
"""The entry for an id without words of its own; its text may name ``{id}``."""


@dataclass(frozen=True, slots=True)
class Message:
    """The words of one message id; both may hold the error's facts as placeholders."""

    what: Bilingual
    next: Bilingual


Messages = Mapping[str, Message]


def load_messages(folder: Path) -> Messages:
    """Read ``messages.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    sections = read_sections(folder, "messages.toml")
    return MappingProxyType(
        {
            name: Message(section.only(("what", "next")).text("what"), section.text("next"))
            for name, section in sections.items()
        }
    )


def sentence(messages: Messages, error: CloseoutError, language: str) -> str:
    """Return what happened and what to do next.

    A fact ``kind`` chooses the words of ``id.kind`` where there are some. A fact ``field`` (where in a file it is) is
    added in brackets when the words have no place for it.
    """
    usual = messages.get(error.message_id, messages[UNKNOWN])
    message = messages.get(f"{error.message_id}.{error.facts.get('kind', '')}", usual)
    facts = {"id": error.message_id, **error.facts}
    what, following = message.what.of(language), message.next.of(language)
    if "field" in error.facts and "{field}" not in what + following:
        what = what[:-1] + ("（{field}）" if language.startswith("zh") else " ({field})") + what[-1]
    between = "" if language.startswith("zh") else " "
    return f"{_filled(what, facts)}{between}{_filled(following, facts)}"


def _filled(text: str, facts: Mapping[str, str | int]) -> str:
    # Not str.format: a path or a name may hold braces of its own, and a fact may be missing.
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
