"""What the bills of platforms are called and how to get them, in both languages, as ``layouts.toml`` says."""

from dataclasses import dataclass

from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary


@dataclass(frozen=True, slots=True)
class LayoutTexts:
    """The texts of one vocabulary; a layout or family nobody named is a table of a bank or another platform."""

    vocabulary: Vocabulary

    def layout_name(self, layout: str) -> Bilingual:
        """Return what a bill of a layout is called."""
        families = (each.family for each in self.vocabulary.layouts if each.id == layout)
        return self.family_name(next(families, layout))

    def family_name(self, family: str) -> Bilingual:
        """Return what the bills of a family of layouts are called."""
        texts = self.vocabulary.texts
        return Bilingual(*texts.get(family, texts[UNMARKED]).name)

    def guide(self, family: str) -> tuple[Bilingual, ...]:
        """Return what to do, one sentence after the other, to get a bill of a family."""
        texts = self.vocabulary.texts
        return tuple(Bilingual(*line) for line in (texts.get(family, texts[UNMARKED]).guide or texts[UNMARKED].guide))

    def families(self) -> tuple[str, ...]:
        """Return the families there is a guide for, those of merchants first."""
        return tuple(family for family, text in self.vocabulary.texts.items() if text.guide)
