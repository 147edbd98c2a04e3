"""A copy of records for handing to others: card, telephone and identity numbers masked in every text file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.evidence.bag import beside, renamed
from pos_closeout.evidence.checking import Follower, Watch
from pos_closeout.evidence.files import write_new
from pos_closeout.evidence.gathering import Chosen, gather
from pos_closeout.evidence.names import BagNames
from pos_closeout.evidence.places import reach

_TEXT = frozenset({".txt", ".csv", ".tsv", ".json", ".log", ".md", ".xml", ".html", ".htm"})
_LARGEST = 64 << 20
"""Bytes of a text file that is masked in memory; bills are smaller by far."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked copy: its folder, how many files it holds, and the names of those nobody could mask."""

    path: Path
    files: int
    left_out: tuple[str, ...]


def masked_copy(
    chosen: Sequence[Chosen], folder: Path, name: str, *, mask: Callable[[str], str], watch: Watch
) -> Masked:
    """Write masked copies of the text files among what was chosen; photos, PDF files and workbooks are left out.

    File names are masked too, because exports often carry a telephone number in theirs.

    Raises:
        EvidenceError: ``folder.not_found``, ``bag.disk_full`` or ``bag.not_written``; ``masked.nothing`` when no file
            can be masked. Nothing is left then.
    """
    if not folder.is_dir():
        raise EvidenceError("folder.not_found", path=str(folder))
    found, gone = gather(chosen, folder)
    left_out = [mask(Path(each.path).name) for each in gone]
    names, count = BagNames(), 0
    follow = Follower(watch, sum(each.size for each in found))
    with beside(folder, name) as part:
        for each in found:
            text = _text(each.path) if each.size <= _LARGEST else None
            if text is None:
                left_out.append(mask(each.path.name))
                continue
            head, *parts = each.place.split("/")
            place = names.place(head, tuple(mask(inner) for inner in parts))
            write_new(part / place, mask(text[0]).encode(text[1]))
            follow.tick(each.path.name)(each.size)
            count += 1
        if not count:
            raise EvidenceError("masked.nothing")
        if left_out:
            write_new(part / "left-out.txt", ("\r\n".join(left_out) + "\r\n").encode("utf-8-sig", "replace"))
        return Masked(renamed(part, folder, name), count, tuple(left_out))


def _text(path: Path) -> tuple[str, str] | None:
    """Return a text file's text and encoding, or ``None`` for what is no text."""
    if path.suffix.lower() not in _TEXT:
        return None
    try:
        data = Path(reach(path)).read_bytes()
    except OSError:
        return None
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    # A byte of zero stands in no bill: something else was given the ending of a text.
    return () if b"\0" in data else ("utf-8", "gb18030")
