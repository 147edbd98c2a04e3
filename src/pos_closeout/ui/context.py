"""What every widget is handed: the look, the guidance texts and the language of the screen."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance import Bilingual, Guidance
from pos_closeout.ui.style.look import Look


@dataclass(frozen=True, slots=True)
class Context:
    """Handed down from the window; replaced as a whole when language, text size or scheme changes.

    Attributes:
        language: ``"zh"`` or ``"en"``, the language of the screen (not of the letter).
    """

    look: Look
    guidance: Guidance
    language: str

    def say(self, text: Bilingual) -> str:
        """Return a guidance text in the language of the screen."""
        return text.of(self.language)

    def yuan(self, fen: int | None) -> str:
        """Write an amount in fen as ¥ with two decimals; nothing for ``None``."""
        return "" if fen is None else f"¥{format_yuan(fen)}"

    def day(self, day: date) -> str:
        """Write a date with its weekday as the language does: 11-24 周二 or Tue 24 Nov."""
        locale = QLocale("zh_CN" if self.language == "zh" else "en_GB")
        weekday = locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        if self.language == "zh":
            return f"{day:%m-%d} {weekday}"
        return f"{weekday} {day.day} {locale.monthName(day.month, QLocale.FormatType.ShortFormat)}"

    def long_day(self, day: date) -> str:
        """Write a date with its year: 2026年12月1日 or 1 December 2026."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {QLocale('en_GB').monthName(day.month)} {day.year}"
