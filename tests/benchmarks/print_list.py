"""Prints a list of ten thousand rows in a process of its own and tells its peak memory in MB."""

from pathlib import Path

from pos_closeout.documents.open_items_list import open_items_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case.case import LetterLanguage
from tests.benchmarks.timing import own_peak_mb
from tests.documents.sample_cases import CASE, TODAY, ledger

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

if __name__ == "__main__":
    fonts, wording = load_fonts(RESOURCES / "fonts"), load_wording(RESOURCES / "letters")
    open_items_pdf(
        ledger(10_000), {1: CASE}, language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording
    )
    print(own_peak_mb())
