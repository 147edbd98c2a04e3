"""Draw every paper of every kind of owner in both languages, to be looked at.

``python -m tests.documents.every_paper`` writes PDF and PNG files and a contact sheet for each owner into
``build/papers``; owners may be named to draw only theirs, and ``--dpi`` sets the size of the pages.
"""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from pos_closeout.actions.papers.impact import draw_impact
from pos_closeout.actions.papers.letter import Documents, draw_open_items, open_documents
from pos_closeout.actions.papers.pages import draw_closing_report, draw_poster, draw_quick_guide
from pos_closeout.actions.papers.papers import draw_paper
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.papers.fitting_papers import fitting
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.impact_texts import load_impact_texts
from pos_closeout.guidance.names import load_names
from tests.conftest import ROOT
from tests.documents.profiles import OWNERS, TODAY, Said, told

_THUMB = 380
"""Width of a page on the contact sheet, in pixels."""
_A_ROW = 8
_GAP = 6


def papers_of(documents: Documents, owner: str, said: Said, language: LetterLanguage) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PDF of every paper of an owner, those the shop keeps or puts up included."""
    case, items, facts = told(owner, said)
    for each in fitting(case, items):
        yield (
            each.kind.value,
            draw_paper(documents, each.kind, case, items, language=language, today=TODAY, facts=facts),
        )
    yield "poster", draw_poster(documents, case, items, language, TODAY)
    yield "report", draw_closing_report(documents, case, items, language, TODAY)
    texts = load_impact_texts(documents.resources / "guidance")
    yield "impact", draw_impact(documents, case, (), texts, language=language, today=TODAY)
    yield "list", draw_open_items(documents, items, [case], language, TODAY)
    names = load_names(documents.resources / "guidance").steps
    steps = {step: names[step].of(language) for step in Step}
    yield "quick_guide", draw_quick_guide(documents, steps, Path("~/pos-closeout"), language, TODAY)


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Return the pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def contact_sheet(pages: list[Image.Image]) -> Image.Image:
    """Return the pages side by side, eight a row."""
    height = round(_THUMB * 297 / 210)
    rows = -(-len(pages) // _A_ROW)
    sheet = Image.new("RGB", (_A_ROW * (_THUMB + _GAP) + _GAP, rows * (height + _GAP) + _GAP), "#808080")
    for place, page in enumerate(pages):
        row, column = divmod(place, _A_ROW)
        small = page.resize((_THUMB, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (_GAP + column * (_THUMB + _GAP), _GAP + row * (height + _GAP)))
    return sheet


def _draw(owner: str, folder: Path, documents: Documents, dpi: int) -> None:
    shutil.rmtree(folder / owner, ignore_errors=True)
    (folder / owner).mkdir(parents=True)
    for language in LetterLanguage:
        for said in Said:
            pages: list[Image.Image] = []
            for name, pdf in papers_of(documents, owner, said, language):
                stem = f"{said}-{name}-{language.value}"
                (folder / owner / f"{stem}.pdf").write_bytes(pdf)
                drawn = pictures(pdf, dpi)
                for number, page in enumerate(drawn, 1):
                    page.save(folder / owner / f"{stem}-{number}.png")
                pages += drawn
            contact_sheet(pages).save(folder / f"{owner}-{said}-{language.value}.png")


def main() -> None:
    """Draw the papers of the owners named, of all of them where none is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("owners", nargs="*", choices=[*OWNERS, []])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "papers")
    parser.add_argument("--dpi", type=int, default=80)
    asked = parser.parse_args()
    documents = open_documents(ROOT / "resources")
    for owner in asked.owners or OWNERS:
        _draw(owner, asked.out, documents, asked.dpi)


if __name__ == "__main__":
    main()
