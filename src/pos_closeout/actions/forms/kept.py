"""Where the filled copies of forms lie; apart from reading forms, so that a bundle needs no reader."""

from pathlib import Path, PurePosixPath

from pos_closeout.actions.items.proofs import unchanged
from pos_closeout.domain.case.filled_forms import FilledForm
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store import Store

FOLDER = "forms"


def filled_path(store: Store, filled: FilledForm) -> Path:
    """Return where a filled copy lies, after comparing it with its digest.

    Raises:
        DataFolderError: ``proof.missing`` or ``proof.changed``.
    """
    place = PurePosixPath(filled.stored_as)
    if place.is_absolute() or ".." in place.parts or "\\" in filled.stored_as or ":" in filled.stored_as:
        raise DataFolderError("proof.missing", path=filled.stored_as)
    return unchanged(store, filled.stored_as, filled.sha256)
