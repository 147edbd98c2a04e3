"""Names and places of papers that are saved, and the way they are written."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

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
    return file_name("-".join(word for word in words if word))


def file_name(text: str) -> str:
    """Return a text as a file name, without characters that Windows refuses."""
    return "".join("_" if each in '<>:"/\\|?*' or ord(each) < 32 else each for each in text)[:120].rstrip(". ")


def documents_folder() -> Path:
    """Return where this owner's documents usually lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_place(window: QWidget, title: str, proposed: str, suffix: str, kind: str) -> Path | None:
    """Ask where to save; a file that is there already is only replaced when the owner said so for that very file.

    Args:
        window: the dialog stands over it.
        title: of the dialog.
        proposed: the file name proposed, with its suffix.
        suffix: what the file ends with, added where the owner left it out: ``list v1.2`` becomes ``list v1.2.xlsx``.
        kind: what Qt's dialog calls such files.
    """
    name, _ = QFileDialog.getSaveFileName(window, title, str(documents_folder() / proposed), kind)
    if not name:
        return None
    path = with_suffix(name, suffix)
    return path if path == Path(name) or not path.exists() or _agreed(window, path) else None


def with_suffix(name: str, suffix: str) -> Path:
    """Return a path that ends as wanted; whatever else stands behind a dot belongs to the name."""
    return Path(name if name.lower().endswith(suffix) else name + suffix)


def _agreed(window: QWidget, path: Path) -> bool:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Files", "This file is there already"))
    box.setText(QCoreApplication.translate("Files", "{file} is there already. Replace it?").format(file=path.name))
    replace = box.addButton(QCoreApplication.translate("Files", "&Replace"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QCoreApplication.translate("Files", "&Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is replace


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        DocumentError: ``document.not_written``, for example when the file is open in another program.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(data) != len(data) or not file.commit():
        raise DocumentError("document.not_written", path=str(path), reason=file.errorString())
