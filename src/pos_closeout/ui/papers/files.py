"""Names and places of papers that are saved."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.papers.fitting_papers import issued_version


def paper_name(case: Case, kind: PaperKind) -> str:
    """Return a file name for a paper in the language of the screen, without characters that Windows refuses."""
    words = [case.number, shop_name(case), paper_names()[kind], f"v{max(issued_version(case, kind), 1)}"]
    return file_name("-".join(word for word in words if word))


def paper_names() -> dict[PaperKind, str]:
    """Return what the papers are called on the screen."""
    return {
        PaperKind.LETTER: QCoreApplication.translate("DeliveryCard", "Application letter"),
        PaperKind.PLAN: QCoreApplication.translate("DeliveryCard", "Operating plan"),
        PaperKind.ATTORNEY: QCoreApplication.translate("DeliveryCard", "Power of attorney"),
        PaperKind.LOSS: QCoreApplication.translate("DeliveryCard", "Statement of lost device"),
        PaperKind.DEPOSIT: QCoreApplication.translate("DeliveryCard", "Deposit refund request"),
        PaperKind.FEES: QCoreApplication.translate("DeliveryCard", "Objection to fees"),
        PaperKind.RETENTION: QCoreApplication.translate("DeliveryCard", "Retention table"),
        PaperKind.MIGRATION: QCoreApplication.translate("DeliveryCard", "Record of data moved"),
        PaperKind.FORM: QCoreApplication.translate("DeliveryCard", "Their own form"),
    }


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


def saved_words(path: Path) -> str:
    """Return what is said once a file was saved: where it lies, whole, as nobody remembers what a dialog proposed."""
    return QCoreApplication.translate("Files", "Saved: {file}").format(file=path)


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
