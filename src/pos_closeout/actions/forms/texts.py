"""The names and words of forms, read once from ``resources/forms``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pos_closeout.domain.case.case import Reason
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.forms.form import Outcome, Why
from pos_closeout.domain.forms.names import FormVocabulary
from pos_closeout.forms.vocabulary import load_vocabulary
from pos_closeout.guidance.bilingual import Bilingual


@dataclass(frozen=True)
class FormTexts:
    """What is known of forms and said of them; each part is read when it is first asked for.

    Attributes:
        folder: ``resources/forms``.
    """

    folder: Path

    @cached_property
    def vocabulary(self) -> FormVocabulary:
        """The names of forms.

        Raises:
            DataFolderError: ``guidance.broken``.
        """
        return load_vocabulary(self.folder / "names.toml")

    @cached_property
    def reasons(self) -> Mapping[Reason, str]:
        """The words for reasons, in the language of forms."""
        return {reason: str(self._words["reason"][reason.value]) for reason in Reason}

    def why(self, reason: Why) -> Bilingual:
        """Return the words for the reason of an outcome."""
        return self._text("why", reason.value)

    def outcome(self, outcome: Outcome) -> Bilingual:
        """Return the words for an outcome."""
        return self._text("outcome", outcome.value)

    def field(self, name: str) -> Bilingual:
        """Return what a field is called on the screen."""
        return self._text("field", name)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The ids of all fields that can be placed, in order."""
        return tuple(name for name in self._words["field"] if not name.startswith("choice."))

    @cached_property
    def _words(self) -> Mapping[str, Mapping[str, Any]]:
        path = self.folder / "words.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise DataFolderError("guidance.broken", file=path.name, key=str(error)) from error

    def _text(self, table: str, key: str) -> Bilingual:
        found = self._words[table][key]
        return Bilingual(found["zh"], found["en"])


def open_texts(resources: Path) -> FormTexts:
    """Return the texts of forms below the folder of resources; nothing is read yet."""
    return FormTexts(resources / "forms")
