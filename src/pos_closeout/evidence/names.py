"""Names that every computer can hold: what Windows forbids is written with its wide twin, equal names are counted."""

import re
import unicodedata
from pathlib import PurePath

_WIDE = str.maketrans('<>:"/\\|?*%', "＜＞：＂／＼｜？＊％")
# Percent signs too: readers of bags differ on whether they must be encoded in a manifest, so none is written.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ENDS = re.compile(r"^\s+|[\s.]+$")
"""What no name begins or ends with: blanks of any width, unseen, and at the end the dots that Windows drops."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)", re.IGNORECASE)

_NAME_BYTES = 180
"""UTF-8 bytes of one name; file systems take 255, and a counter must still fit."""
_PATH_CHARACTERS = 140
"""Characters of a path inside the bag, so that bag and folder stay below the 260 that Windows programs take."""


def safe_name(name: str) -> str:
    """Return a name as every file system can hold it; Chinese and spaces stay as they are."""
    plain = _ENDS.sub("", _UNSEEN.sub("_", unicodedata.normalize("NFC", name).translate(_WIDE)))
    if not plain:
        return "_"
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    return _shortened(plain)


class BagNames:
    """Gives every file of a bag a path of its own; paths that differ only in case count as equal."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def place(self, folder: str, parts: tuple[str, ...]) -> str:
        """Return a free path, with ``/``, for a file that was found as ``parts`` below what the owner chose."""
        inside = [safe_name(part) for part in parts]
        if len("/".join((folder, *inside))) > _PATH_CHARACTERS:
            inside = inside[-1:]
        tried, count = inside, 1
        while (clash := self._clash(folder, tried)) is not None:
            count += 1
            tried = [*inside[:clash], _counted(inside[clash], count), *inside[clash + 1 :]]
        keys = [_key("/".join(tried[:end])) for end in range(1, len(tried) + 1)]
        self._folders.update(f"{folder}/{key}" for key in keys[:-1])
        self._files.add(f"{folder}/{keys[-1]}")
        return "/".join((folder, *tried))

    def _clash(self, folder: str, parts: list[str]) -> int | None:
        """Return the part that cannot have this name: a file is no folder, and one place holds one file."""
        for end in range(1, len(parts) + 1):
            key = f"{folder}/{_key('/'.join(parts[:end]))}"
            if key in self._files or (end == len(parts) and key in self._folders):
                return end - 1
        return None


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path.casefold())


def _counted(name: str, count: int) -> str:
    path = PurePath(name)
    return f"{path.stem} ({count}){path.suffix}"


def _shortened(name: str) -> str:
    """Shorten the stem, never the ending that says what opens the file."""
    path = PurePath(name)
    stem, ending = path.stem, path.suffix if len(path.suffix.encode()) <= 20 else ""
    if not ending:
        stem = name
    while len(f"{stem}{ending}".encode()) > _NAME_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip()}{ending}"
