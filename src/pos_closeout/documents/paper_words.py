"""What several papers say alike: blanks, the merchant, a terminal."""

from collections.abc import Sequence
from datetime import date

from pos_closeout.documents.letter_draft import Draft
from pos_closeout.domain.device.terminal import Terminal


def text_or_blank(draft: Draft, text: str) -> str:
    """Return what was answered, or a blank to write on."""
    return text.strip() or draft.say("papers.common.blank")


def day_or_blank(draft: Draft, day: date | None) -> str:
    """Return a date, or a blank to write it on."""
    return draft.say("papers.common.blank_day") if day is None else draft.say.day(day)


def money_or_blank(draft: Draft, fen: int | None) -> str:
    """Return an amount in fen in figures and capitals, or a blank."""
    return draft.say.money(fen) if fen else draft.say("papers.common.blank_money")


def merchant(draft: Draft) -> str:
    """Return the merchant with its number."""
    name = text_or_blank(draft, draft.case.merchant.registered_name)
    return draft.say("papers.common.merchant", name=name, number=draft.merchant_number)


def terminals(draft: Draft, chosen: Sequence[Terminal]) -> str:
    """Return the numbers of terminals, or a blank."""
    numbers = draft.say.join(text_or_blank(draft, each.number) for each in chosen)
    return draft.say("papers.common.terminals", numbers=text_or_blank(draft, numbers))


def letter_title(draft: Draft) -> str:
    """Return what the application letter of the case is called."""
    return draft.say(f"letter.title.{draft.title_key}")
