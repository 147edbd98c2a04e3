"""Sheets in bands: they cover the sheet, stay within their memory, and show what the page shows."""

from pos_closeout.actions.papers.letter import draw_letter, open_documents
from pos_closeout.documents.sheet_bands import SheetPictures, band_height
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.paths import find_paths
from tests.documents.sample_cases import CASE, TODAY, with_terminals

A4_AT_72 = (595, 842)


def test_a_band_fits_its_memory_whatever_the_width() -> None:
    assert band_height(9921, 512 * 1024) * 9921 <= 512 * 1024
    assert band_height(10**7, 512 * 1024) == 1


def test_bands_put_together_are_the_page() -> None:
    documents = open_documents(find_paths(None).resources)
    letter = draw_letter(documents, with_terminals(CASE, 3), (), LetterLanguage.CHINESE, TODAY)
    with SheetPictures(letter) as pictures:
        whole = list(pictures.bands(0, A4_AT_72, 10**7, lambda: None))
        cut = list(pictures.bands(0, A4_AT_72, 100 * 595, lambda: None))
    assert [(top, rows) for top, rows, _ in whole] == [(0, 842)]
    assert [top for top, _, _ in cut] == list(range(0, 842, 100))
    assert sum(rows for _, rows, _ in cut) == 842
    assert all(len(pixels) == rows * 595 for _, rows, pixels in cut)
    together = b"".join(pixels for _, _, pixels in cut)
    # A band may round a grey differently, and no more than that.
    assert max(abs(one - other) for one, other in zip(together, whole[0][2], strict=True)) <= 2
    ink = sum(value < 128 for value in whole[0][2])
    assert 0.005 < ink / len(whole[0][2]) < 0.3
