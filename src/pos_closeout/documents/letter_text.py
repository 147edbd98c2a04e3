"""What the letter says, as plain lines: to keep what an issued version said, and to say what the next one changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pos_closeout.documents.content import Block, Bullets, EntryGrid, Letter, Points, Prose
from pos_closeout.documents.letter import letter_content
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem


def letter_lines(
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    wording: Wording,
    facts: Mapping[int, Facts] | None = None,
) -> tuple[str, ...]:
    """Return the lines of the letter without version, signatures and the acquirer's own part.

    Args:
        case: the case.
        items: its open items.
        language: of the lines.
        today: decides what is overdue among the items.
        wording: the words.
        facts: the extra fields of the items, by id.
    """
    content = letter_content(case, items, language=language, today=today, version=0, wording=wording, facts=facts)
    mark = "：" if language is LetterLanguage.CHINESE else ": "
    return tuple(line for line in _lines(content, mark) if line.strip())


def _lines(content: Letter, mark: str) -> Iterator[str]:
    yield from (content.title, content.addressee, content.opening)
    for section in content.sections:
        yield section.heading
        for block in section.blocks:
            yield from _block(block, mark)
    if content.annex is not None:
        yield content.annex.title
        yield from _block(content.annex.table, mark)
        yield from content.annex.sums


def _block(block: Block, mark: str) -> Iterator[str]:
    match block:
        case Prose(text):
            yield text
        case Points(texts):
            yield from texts
        case Bullets(texts, note):
            yield from (*texts, note)
        case EntryGrid(rows):
            yield from (f"{entry.label}{mark}{entry.value}" for row in rows for entry in row if entry.value)
        case _:
            for row in (*block.rows, block.foot):
                yield " | ".join(" ".join(cell.split()) for cell in row if cell.strip())
