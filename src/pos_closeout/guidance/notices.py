"""The words of the notices, read when that step is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.case.notices import Audience
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.filling import MessageForm, Written, filled
from pos_closeout.guidance.reading import read_sections


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What one audience is told, as text message, e-mail and phone script.

    Attributes:
        must_say: what no version may leave out, for the owner who writes words of his own.
    """

    name: Bilingual
    must_say: Bilingual
    sms: Bilingual
    subject: Bilingual
    body: Bilingual
    phone: Bilingual

    def write(self, form: MessageForm, words: Mapping[str, str], language: str) -> Written:
        """Return the message with everything filled in; empty words take their bracket along.

        Args:
            form: what it is written for.
            words: what the names in the texts stand for.
            language: ``zh`` or ``en``.
        """

        def told(text: Bilingual) -> str:
            return filled(text.of(language), words).strip()

        if form is MessageForm.EMAIL:
            return Written(told(self.subject), told(self.body) + "\n")
        return Written("", told(self.sms if form is MessageForm.SMS else self.phone))


def load_notices(folder: Path) -> Mapping[Audience, NoticeText]:
    """Read ``notices.toml``, one entry for each audience.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = {}
    for name, section in read_sections(folder, "notices.toml", Audience).items():
        section.only(NoticeText.__dataclass_fields__)
        found[Audience(name)] = NoticeText(*(section.text(field) for field in NoticeText.__dataclass_fields__))
    return found
