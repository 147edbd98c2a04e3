"""Tell the history of a case in sentences, by day, to read, to search and to copy."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import fold, terms_of
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.case_history import HistoryEntry, history_entries
from pos_closeout.guidance.filling import spoken_day
from pos_closeout.store import Store, TimelineEntry, open_beside

__all__ = [
    "HistoryEntry",
    "by_day",
    "folded_entries",
    "matching_entries",
    "read_history",
    "read_history_beside",
    "timeline_text",
]


def read_history(store: Store, case_id: int, guidance: Guidance, language: str) -> tuple[HistoryEntry, ...]:
    """Return the history of a case in sentences, oldest first.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return history_entries(store.timeline.for_case(case_id), case, guidance, language)


def read_history_beside(path: Path, case_id: int, guidance: Guidance, language: str) -> tuple[HistoryEntry, ...]:
    """Return the same from the database of an open data folder, for a thread of its own: a long history takes seconds.

    Raises:
        DataFolderError: the data cannot be read.
        NotFoundError: ``case.not_found``.
    """
    with open_beside(path) as store:
        return read_history(store, case_id, guidance, language)


def folded_entries(told: Iterable[HistoryEntry]) -> tuple[str, ...]:
    """Return what is searched of each sentence: its day and its words, as :func:`matching_entries` compares them."""
    return tuple(fold(f"{each.at[:10]} {each.text}") for each in told)


def matching_entries(
    told: Sequence[HistoryEntry], texts: Sequence[str], step: Step | None = None, asked: str = ""
) -> tuple[HistoryEntry, ...]:
    """Return the sentences about a step (``None`` for all) that hold every word asked for.

    Args:
        told: the sentences.
        texts: of each, as :func:`folded_entries` gives them; made once for many questions.
        step: see above.
        asked: words and dates.
    """
    terms = terms_of(asked)
    return tuple(
        each
        for each, text in zip(told, texts, strict=True)
        if (step is None or each.step is step) and all(term.place(text) >= 0 for term in terms)
    )


def by_day(told: Iterable[HistoryEntry], language: str) -> tuple[tuple[str, tuple[HistoryEntry, ...]], ...]:
    """Return sentences by day, each day as the language writes it, in the order of the sentences."""
    days = groupby(told, key=lambda each: each.at[:10])
    return tuple((spoken_day(date.fromisoformat(day), language, year=True), tuple(found)) for day, found in days)


def timeline_text(told: Iterable[HistoryEntry], language: str) -> str:
    """Return sentences as plain text: a line for each day, below it the time and what happened."""
    blocks = (
        "\n".join([day, *(f"{each.at[11:16]}  {each.text}" for each in found)]) for day, found in by_day(told, language)
    )
    return "\n\n".join(blocks) + "\n"


def read_timeline(store: Store, case_id: int) -> tuple[TimelineEntry, ...]:
    """Return what happened to a case, oldest first; of a deleted case only that it was deleted."""
    return store.timeline.for_case(case_id)
