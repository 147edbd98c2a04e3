"""Names and places of papers that are saved, and the way they are written."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile, QStandardPaths

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.errors import DocumentError
from pos_closeout.domain.papers.fitting_papers import issued_version


def letter_name(case: Case) -> str:
    """Return a file name for the application letter."""
    return paper_name(case, PaperKind.LETTER)


def paper_name(case: Case, kind: PaperKind) -> str:
    """Return a file name for a paper, without characters that Windows refuses."""
    further = "" if kind is PaperKind.LETTER else kind.value
    words = [case.number, shop_name(case), further, f"v{max(issued_version(case, kind), 1)}"]
    plain = "-".join(word for word in words if word)
    return "".join("_" if each in '<>:"/\\|?*' or ord(each) < 32 else each for each in plain)[:120]


def documents_folder() -> Path:
    """Return where this owner's documents usually lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        DocumentError: ``document.not_written``, for example when the file is open in another program.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(data) != len(data) or not file.commit():
        raise DocumentError("document.not_written", path=str(path), reason=file.errorString())
