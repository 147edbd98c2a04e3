"""One text in the two languages of the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """Return the Chinese text for ``zh`` and ``zh_CN``, the English one for every other language."""
        return self.zh if language.startswith("zh") else self.en
