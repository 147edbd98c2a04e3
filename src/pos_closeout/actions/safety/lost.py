"""What a safety copy lacks, entry by entry, in the words of the history: told before it takes the place of the data."""

from pathlib import Path

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.guidance import Bilingual, Guidance
from pos_closeout.guidance.case_history import history_entries
from pos_closeout.store.losses import later_changes

_MOST = 10
"""Lines that fit into a box; a copy of every day rarely lacks more."""

_MORE = Bilingual("……还有 {count} 处", "… and {count} more")


def lost_entries(error: CloseoutError, guidance: Guidance, language: str) -> list[str]:
    """Return what goes with the data, a line for each entry: when, which case, and what was done; oldest first.

    Args:
        error: ``store.damaged`` with the facts ``path`` and ``copy``; any other has nothing to tell.
        guidance: the words of the history.
        language: ``zh`` or ``en``.
    """
    if error.message_id != "store.damaged" or "copy" not in error.facts:
        return []
    told: list[tuple[str, str]] = []
    for case in later_changes(Path(str(error.facts["path"])), Path(str(error.facts["copy"]))):
        entries = history_entries((*case.known, *case.later), None, guidance, language, known=len(case.known))
        told += [(each.at, f"{each.at[:16].replace('T', ' ')}  {case.number}  {each.text}") for each in entries]
    return [line for _, line in sorted(told)]


def lost_lines(error: CloseoutError, guidance: Guidance, language: str) -> str:
    """Return the first of these lines as one text, and how many follow; empty when there is nothing to tell."""
    lines = lost_entries(error, guidance, language)
    more = [_MORE.of(language).replace("{count}", str(len(lines) - _MOST))] if len(lines) > _MOST else []
    return "\n".join(f"• {line}" for line in (*lines[:_MOST], *more))
