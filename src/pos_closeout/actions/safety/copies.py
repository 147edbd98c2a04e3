"""Make, list, check and restore safety copies, here and in a second place that the owner names."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError, DataFolderError, EvidenceError, NotFoundError
from pos_closeout.evidence.places import free_bytes, on_other_volume
from pos_closeout.store import Store, open_beside
from pos_closeout.store import restore_copy as put_in_place
from pos_closeout.store.copy_contents import Contents, contents_of
from pos_closeout.store.copy_files import (
    ATTACHMENTS,
    BAGS,
    drop_unused,
    keep_files,
    missing_files,
    put_back_files,
    read_list,
    send_files,
    write_list,
)
from pos_closeout.store.database import not_written
from pos_closeout.store.erasing import clean_copies
from pos_closeout.store.marker import Marker, read_marker, write_marker
from pos_closeout.store.safety import (
    COPIES_FOLDER,
    SafetyCopy,
    copied_today,
    copies_in,
    copy_file,
    folder_id,
    is_good,
    joined_marker,
    make_copy,
    note_copy,
    thin,
)

_PLACE_NAME = "POS Closeout {id}"
_NEW_PLACE_GETS = 10


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A safety copy that was made and read back.

    Attributes:
        copy: where it is.
        files: how many attachments and files of bags belong to it.
        left_out: those that could not be kept.
        place: how the second place fared: ``""`` without one, ``done`` or ``absent``.
    """

    copy: Path
    files: int
    left_out: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A safety copy with what is inside.

    Attributes:
        number: only grows; 0 for a copy of an earlier version.
        at: what the clock said when it was made, local time.
        size: bytes of the copy of the database.
        files: how many attachments and files of bags belong to it; ``None`` while they are not listed.
        second: whether it lies in the second place.
    """

    number: int
    at: datetime
    path: Path
    size: int
    contents: Contents
    files: int | None
    second: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        aside: the new name of the database that was there; there is no such file when there was none.
        lacking: files of the copy that could not be put back.
    """

    aside: Path
    lacking: tuple[str, ...]


def make_safety_copy(store: Store, now: datetime) -> MadeCopy:
    """Make a safety copy with its attachments and bags, read it back, and bring it to the second place.

    Raises:
        DataFolderError: as :func:`pos_closeout.store.safety.make_copy`.
    """
    copy = make_copy(store.database, now)
    listed = keep_files(copy, roots_of(store))
    return MadeCopy(copy, len(listed.files), listed.left_out, bring_to_place(store, now))


def complete_copies(path: Path, now: datetime) -> str:
    """Make the copy of the day if there is none, list its files, and bring it to the second place.

    Works beside the window, from any thread: a window that stays open for weeks has its copies, too.

    Args:
        path: of the open database.
        now: names the copy.

    Returns:
        How the second place fared, as :attr:`MadeCopy.place`.

    Raises:
        DataFolderError: as the system says.
    """
    with open_beside(path) as store:
        if store.read_only:
            return ""
        if not copied_today(path.parent, now):
            return make_safety_copy(store, now).place
        found = copies_in(path.parent / COPIES_FOLDER)
        if found and read_list(found[0].path) is None:
            keep_files(found[0].path, roots_of(store))
        return bring_to_place(store, now)


def list_copies(folder: Path, place: Path | None = None) -> tuple[Listed, ...]:
    """Return the safety copies of a data folder and of its second place, each read through, newest first."""
    found = [(copy, False) for copy in copies_in(folder / COPIES_FOLDER)]
    if place is not None:
        found += [(copy, True) for copy in copies_in(place)]
    found.sort(key=lambda each: (each[0].number, each[0].at, not each[1]), reverse=True)
    return tuple(_listed(copy, second=second) for copy, second in found)


def restore_safety_copy(folder: Path, copy: Path, now: datetime) -> Restored:
    """Put a safety copy in the place of the database, and back what the folder lacks of its files.

    Nobody may have the folder open. What was there is renamed and kept.

    Raises:
        DataFolderError: as :func:`pos_closeout.store.restoring.restore_copy`.
    """
    lacking = put_back_files(copy, folder)
    return Restored(put_in_place(folder, copy, now=now), tuple(lacking))


def find_copy(folder: Path, number: int) -> Path:
    """Return the safety copy of a number, here or else in the second place.

    Raises:
        NotFoundError: ``copy.not_found``.
    """
    place = place_of(folder)
    everywhere = copies_in(folder / COPIES_FOLDER) + ([] if place is None else copies_in(place))
    found = next((copy.path for copy in everywhere if copy.number == number), None)
    if found is None:
        raise NotFoundError("copy.not_found", id=number)
    return found


def check_files(copy: Path) -> list[str]:
    """Read every file of a copy and return those that are missing or damaged."""
    return missing_files(copy)


def second_place(store: Store) -> Path | None:
    """Return the folder of safety copies in the second place, whether it is there now or not."""
    return place_of(store.database.folder)


def place_of(folder: Path) -> Path | None:
    """Return the same for a data folder that is not open, or cannot be opened."""
    marker = joined_marker(folder)
    return Path(marker.place) / _PLACE_NAME.format(id=marker.id[:8]) if marker.place and marker.id else None


def set_second_place(store: Store, chosen: Path | None, now: datetime) -> str:
    """Keep a second place, which must be on another volume, and bring copies there at once; ``None`` names none.

    Returns:
        As :attr:`MadeCopy.place`.

    Raises:
        BadInputError: ``copies.same_volume``, ``copies.no_place``.
        DataFolderError: as the system says.
    """
    if chosen is None:
        _keep_place(store, "")
        return ""
    if not chosen.is_dir():
        raise BadInputError("copies.no_place", path=str(chosen))
    if not on_other_volume(store.database.folder, chosen):
        raise BadInputError("copies.same_volume", path=str(chosen))
    _keep_place(store, str(chosen.absolute()))
    return bring_to_place(store, now)


def bring_to_place(store: Store, now: datetime) -> str:
    """Bring copies that the second place lacks there, if it is within reach; take out of it what was deleted for good.

    Returns:
        As :attr:`MadeCopy.place`.

    Raises:
        DataFolderError: as the system says, ``store.disk_full`` for one.
    """
    place, folder = second_place(store), store.database.folder
    if place is None:
        return ""
    if not within_reach(folder, place):
        return "absent"
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise not_written(error, place) from error
    _bring(folder / COPIES_FOLDER, place)
    there = read_marker(place) or Marker()
    marker = joined_marker(folder).joined(there)
    if there != replace(marker, place=""):
        write_marker(place, replace(marker, place=""))
    if marker.erased:
        clean_copies(place, marker.erased, marker.id)
    thin(place, now)
    drop_unused(place)
    return "done"


def within_reach(folder: Path, place: Path) -> bool:
    """Return whether a second place is there and on a volume of its own: a stick that is out leaves a folder behind."""
    try:
        return on_other_volume(folder, place if place.is_dir() else place.parent)
    except EvidenceError:
        return False


def roots_of(store: Store) -> dict[str, Path]:
    """Return the folders whose files belong to a copy: the attachments, and the bags there is room for."""
    folder = store.database.folder
    roots = {ATTACHMENTS: folder / ATTACHMENTS}
    for case in store.cases.all():
        bag = Path(case.backup.bag) if case.backup.bag and case.number else None
        if bag is not None and bag.is_dir() and _has_room(case, folder, bag):
            roots[f"{BAGS}/{case.number}/{bag.name}"] = bag
    return roots


def _bring(source: Path, place: Path) -> None:
    there = copies_in(place)
    newest = there[0].number if there else -1
    lacking = [copy for copy in copies_in(source) if copy.number > newest or (not there and copy.number == 0)]
    for copy in reversed(lacking[:_NEW_PLACE_GETS]):
        listed = read_list(copy.path)
        if listed is not None:
            send_files(listed, source, place)
            write_list(place / copy.path.name, listed)
        _bring_database(copy.path, place / copy.path.name)
    # The list of the newest one may have come after the copy itself.
    for copy in copies_in(place)[:1]:
        listed = read_list(source / copy.path.name)
        if listed is not None and read_list(copy.path) != listed:
            send_files(listed, source, place)
            write_list(copy.path, listed)


def _bring_database(copy: Path, target: Path) -> None:
    part = target.with_suffix(".part")
    try:
        copy_file(copy, part)
        if not is_good(part):
            part.unlink()
            raise DataFolderError("store.copy_damaged", path=str(target))
        part.replace(target)
    except OSError as error:
        raise not_written(error, target) from error


def _keep_place(store: Store, chosen: str) -> None:
    folder = store.database.folder
    if store.read_only:
        raise store.database.refusal
    marker = replace(joined_marker(folder), id=folder_id(store.database), place=chosen)
    note_copy(folder, folder / COPIES_FOLDER, marker)


def _listed(copy: SafetyCopy, *, second: bool) -> Listed:
    listed = read_list(copy.path)
    try:
        size = copy.path.stat().st_size
    except OSError:
        size = 0
    files = None if listed is None else len(listed.files)
    return Listed(copy.number, copy.at, copy.path, size, contents_of(copy.path), files, second)


def _has_room(case: Case, folder: Path, bag: Path) -> bool:
    """Return whether a bag can be kept: on the same volume it takes no room, else at most half of what is free."""
    try:
        return not on_other_volume(folder, bag) or (case.backup.bag_bytes or 0) * 2 < free_bytes(folder)
    except EvidenceError:
        return False
