"""Puts into words how a due date was found, for the screen, the verbs and the papers alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pos_closeout.domain.ledger.due_dates import DueDate, DueStep
from pos_closeout.domain.ledger.due_rules import DueRule, Mark
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections
from pos_closeout.guidance.texts import LawText

_WORDS = ("skipped", "uncertain", "lifted", "also", "late")
_NAMES = (*DueRule, *(f"mark.{mark}" for mark in Mark), *(f"words.{word}" for word in _WORDS))


@dataclass(frozen=True, slots=True)
class DueWords:
    """The sentences of ``due_rules.toml``.

    Attributes:
        told: each of them by its name in the file.
        laws: the article a rule rests on, by rule.
    """

    told: Mapping[str, Bilingual]
    laws: Mapping[str, LawText]

    def rule(self, step: DueStep, language: str) -> str:
        """Say what one rule comes to: the rule with its days, and the days left out."""
        told = _filled(self._say(step.rule, language), **{"from": step.from_on.isoformat(), "count": str(step.count)})
        added = []
        if step.skipped:
            added.append(_filled(self._say("words.skipped", language), days=_spans(step.skipped)))
        if step.lifted:
            added.append(self._say("words.lifted", language))
        if not added:
            return told
        return f"{told}（{'；'.join(added)}）" if _zh(language) else f"{told} ({'; '.join(added)})"

    def basis(self, step: DueStep, language: str) -> str:
        """Say what a rule rests on: the article where a law sets the date, else whose habit or paper it is."""
        mark = self._say(f"mark.{step.mark}", language)
        law = self.laws.get(step.rule)
        if law is None:
            return mark
        article = f"{law.name.of(language)}{'' if _zh(language) else ', '}{law.article.of(language)}"
        return article if step.mark is Mark.LAW else f"{article}{'；' if _zh(language) else '; '}{mark}"

    def explained(self, due: DueDate, language: str) -> tuple[str, ...]:
        """Return the lines that explain a due date; none when no rule could count.

        The first says the deciding rule, the second what it rests on; then what may move it, what else applies, and
        when to press harder.
        """
        step = due.decided
        if step is None:
            return tuple(self._later("words.late", late, language) for late in due.late)
        lines = [self.rule(step, language), self.basis(step, language)]
        if step.uncertain:
            lines.append(self.uncertain(step.on, language))
        lines += [self._later("words.also", other, language) for other in due.others]
        lines += [self._later("words.late", late, language) for late in due.late]
        return tuple(lines)

    def uncertain(self, day: date, language: str) -> str:
        """Say that the holidays of a year are not published yet; the end of a year waits for the next one's."""
        year = (day + timedelta(days=7)).year
        return _filled(self._say("words.uncertain", language), year=str(year))

    def _later(self, words: str, step: DueStep, language: str) -> str:
        return _filled(self._say(words, language), on=step.on.isoformat(), rule=self.rule(step, language))

    def _say(self, name: str, language: str) -> str:
        return self.told[str(name)].of(language)


def load_due_words(folder: Path, laws: Mapping[str, LawText]) -> DueWords:
    """Read ``due_rules.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``, also for a law that is not there.
    """
    sections = read_sections(folder, "due_rules.toml", _NAMES)
    named = {name: section for name, section in sections.items() if "law" in section.only(("told", "law")).values}
    return DueWords(
        told={name: section.text("told") for name, section in sections.items()},
        laws={name: _law(section, laws) for name, section in named.items()},
    )


def _law(section: TextSection, laws: Mapping[str, LawText]) -> LawText:
    law = laws.get(section.string("law"))
    if law is None:
        raise section.broken("law")
    return law


def _spans(days: tuple[date, ...]) -> str:
    """Write days as spans: 11-28…11-29, 12-05."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day)
        else:
            spans.append([day])
    written = [f"{span[0]:%m-%d}" if len(span) == 1 else f"{span[0]:%m-%d}…{span[-1]:%m-%d}" for span in spans]
    return ", ".join(written)


def _filled(text: str, **words: str) -> str:
    # Not str.format: a rule inside another sentence has been filled already.
    for name, value in words.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _zh(language: str) -> bool:
    return language.startswith("zh")
