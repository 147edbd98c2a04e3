"""Prints a list of ten thousand rows in a process of its own and tells its peak memory in MB."""

from pathlib import Path

from pos_closeout.documents.open_items_list import open_items_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case.case import LetterLanguage
from tests.documents.sample_cases import CASE, TODAY, ledger

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

if __name__ == "__main__":
    fonts, wording = load_fonts(RESOURCES / "fonts"), load_wording(RESOURCES / "letters")
    open_items_pdf(
        ledger(10_000), {1: CASE}, language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording
    )
    # Of this process alone; what getrusage tells begins with the peak of the process that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
