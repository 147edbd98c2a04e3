"""Proof of an item: files copied into the data folder, known by their digest, never thrown away.

They lie in ``attachments/<number of the case>/<id of the item>/``; what is taken off an item goes to
``attachments/bin/``, from which the program never removes anything by itself.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from pos_closeout.domain.errors import BadInputError, DataFolderError, NotFoundError
from pos_closeout.domain.file_limits import MAX_PROOF_MB
from pos_closeout.domain.ledger.item_file import Proof
from pos_closeout.domain.masking import mask_cards
from pos_closeout.store import Store

FOLDER = "attachments"
BIN = "bin"
_STEP = 1 << 20
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_NAME_LIMIT = 80


def attach_proof(store: Store, item_id: int, source: Path, now: datetime) -> Proof:
    """Copy a file into the data folder and keep it with an item.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable`` or ``file.too_big``.
        NotFoundError: ``item.not_found``.
        DataFolderError: ``proof.not_copied``, or the database cannot be written; no copy is left then.
    """
    item = store.items.get(item_id)
    number = store.cases.get(item.case_id).number
    proof = keep_copy(store, PurePosixPath(number) / str(item_id), source, now)
    kept = next((same for same in store.item_files.proofs(item_id) if same.stored_as == proof.stored_as), None)
    if kept is not None:
        return kept
    try:
        store.item_files.attach(item_id, proof, now)
    except DataFolderError:
        (attachments(store) / proof.stored_as).unlink(missing_ok=True)
        raise
    return store.item_files.proofs(item_id)[-1]


def remove_proof(store: Store, item_id: int, proof_id: int, now: datetime) -> None:
    """Take a file off an item: it moves to the bin, and stays there.

    Raises:
        NotFoundError: ``item.not_found`` or ``proof.not_found``.
        DataFolderError: ``proof.not_copied`` when it cannot be moved; nothing has changed then.
    """
    remove_proofs(store, item_id, [proof_id], now)


def remove_proofs(store: Store, item_id: int, proof_ids: Iterable[int], now: datetime) -> None:
    """Take files off an item, all or none.

    Raises:
        NotFoundError: as :func:`remove_proof`.
        DataFolderError: as :func:`remove_proof`; files that had been moved are back where they were.
    """
    root = attachments(store)
    moved: list[tuple[Path, Path]] = []
    try:
        with store.database.writing():
            for proof_id in proof_ids:
                proof = _proof(store, item_id, proof_id)
                place = _place_in_bin(item_id, proof)
                if _move(root / proof.stored_as, root / place):
                    moved.append((root / place, root / proof.stored_as))
                store.item_files.detach(item_id, proof, place.as_posix(), now)
    except BaseException:
        for put, back in reversed(moved):
            put.replace(back)
        raise


def put_in_bin(store: Store, item_id: int, proofs: Iterable[Proof]) -> None:
    """Move copies that belong to no item, because keeping them failed in the end; what cannot be moved stays."""
    root = attachments(store)
    for proof in proofs:
        with suppress(DataFolderError):
            _move(root / proof.stored_as, root / _place_in_bin(item_id, proof))


def proof_path(store: Store, item_id: int, proof_id: int) -> Path:
    """Return where a file lies, to be opened, after comparing it with its digest.

    Raises:
        NotFoundError: ``proof.not_found``.
        DataFolderError: ``proof.missing`` or ``proof.changed``.
    """
    proof = _proof(store, item_id, proof_id)
    return unchanged(store, proof.stored_as, proof.sha256)


def keep_copy(store: Store, folder: PurePosixPath, source: Path, now: datetime) -> Proof:
    """Copy a file into a folder below the attachments and return what is known of the copy.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable`` or ``file.too_big``.
        DataFolderError: ``proof.not_copied``; no copy is left then.
    """
    _check_source(source)
    target_folder = attachments(store) / folder
    name = mask_cards(source.name)[-_NAME_LIMIT:]
    copied, digest, size = _copy(source, target_folder)
    stored = f"{digest[:12]}-{_UNFIT.sub('_', name)}"
    try:
        copied.replace(target_folder / stored)
    except OSError as error:
        copied.unlink(missing_ok=True)
        raise DataFolderError("proof.not_copied", path=str(target_folder)) from error
    place = (folder / stored).as_posix()
    return Proof(at=now.isoformat(timespec="seconds"), name=name, stored_as=place, sha256=digest, size=size)


def bin_file(store: Store, stored_as: str, name: str) -> None:
    """Move an attachment to the bin under a name; nothing happens when somebody took it away by hand.

    Raises:
        DataFolderError: ``proof.not_copied`` when it cannot be moved.
    """
    root = attachments(store)
    _move(root / stored_as, root / BIN / name)


def unchanged(store: Store, stored_as: str, sha256: str) -> Path:
    """Return where an attachment lies, after comparing it with its digest.

    Raises:
        DataFolderError: ``proof.missing`` or ``proof.changed``.
    """
    path = attachments(store) / stored_as
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataFolderError("proof.missing", path=str(path)) from error
    if digest != sha256:
        raise DataFolderError("proof.changed", path=str(path))
    return path


def attachments(store: Store) -> Path:
    """Return the folder of attachments, which may not be there yet."""
    return store.database.path.parent / FOLDER


def put_case_in_bin(store: Store, number: str) -> None:
    """Move the attachments of a deleted case to the bin; files in use stay where they are."""
    folder = attachments(store) / number
    if not (number and folder.is_dir()):
        return
    target = attachments(store) / BIN
    try:
        target.mkdir(exist_ok=True)
        folder.replace(target / number)
    except OSError:
        # The case has gone; its files stand where they stood, which loses nothing.
        return


def _place_in_bin(item_id: int, proof: Proof) -> PurePosixPath:
    return PurePosixPath(BIN) / f"{item_id}-{proof.id}-{PurePosixPath(proof.stored_as).name}"


def _move(file: Path, target: Path) -> bool:
    """Move a file and return whether there was one: somebody may have taken it away by hand."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise DataFolderError("proof.not_copied", path=str(target.parent)) from error
    return True


def _proof(store: Store, item_id: int, proof_id: int) -> Proof:
    found = next((proof for proof in store.item_files.proofs(item_id) if proof.id == proof_id), None)
    if found is None:
        raise NotFoundError("proof.not_found", id=proof_id)
    return found


def _check_source(source: Path) -> None:
    try:
        if not source.is_file():
            raise BadInputError("file.not_found", path=str(source))
        if source.stat().st_size > MAX_PROOF_MB << 20:
            raise BadInputError("file.too_big", path=str(source), limit=MAX_PROOF_MB)
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(source)) from error


def _copy(source: Path, folder: Path) -> tuple[Path, str, int]:
    """Copy a file into a folder under a passing name and return where it is, its SHA-256 and its size."""
    digest, size = hashlib.sha256(), 0
    try:
        read = source.open("rb")
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(source)) from error
    with read:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, prefix=".copy-", delete=False) as written:
                while piece := read.read(_STEP):
                    digest.update(piece)
                    size += written.write(piece)
                written.flush()
                os.fsync(written.fileno())
        except OSError as error:
            raise DataFolderError("proof.not_copied", path=str(folder)) from error
    return Path(written.name), digest.hexdigest(), size
