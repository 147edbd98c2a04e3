"""Packs the payload as a zip for a stick: unpack, start, and the records stay beside the program."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from builder.files import all_files
from builder.installer import LIST
from builder.launcher import HELPER
from builder.places import Places

FOLDER = "POS Closeout"
MARK = "portable.txt"
"""The program keeps its records beside itself where this file lies; paths.py and launcher.c look for it."""
_NOT_CARRIED = {HELPER, LIST}
"""What only an installation needs."""
_SAID = (
    "这份程序不用安装，您的记录在旁边的 data 文件夹里，跟着U盘走。\n"
    "请把整个文件夹解压出来再打开，不要在压缩包里直接打开。U盘会丢会坏：请常做资料备份。\n"
    "不要删掉这个文件，删掉了程序就到别处找记录。\n\n"
    "This copy needs no installation; your records are in the folder data beside it and travel along.\n"
    "Unpack the whole folder first; do not start it inside the zip. Sticks get lost and break: make backups.\n"
    "Do not delete this file: without it the program looks for its records elsewhere.\n"
)


def portable_of(places: Places) -> Path:
    """Returns where the zip lies: beside the installer."""
    return places.installer.with_name(f"POS-Closeout-{places.version}-portable.zip")


def make_portable(places: Places) -> Path:
    """Writes `POS-Closeout-<version>-portable.zip` beside the installer and returns it.

    The same payload gives the same bytes: files in one order, all with the date of the commit.
    """
    target = portable_of(places)
    date = datetime.fromtimestamp(places.epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        _put(packed, MARK, _SAID.replace("\n", "\r\n").encode("utf-8-sig"), date)
        for name in all_files(places.payload):
            if name.as_posix() not in _NOT_CARRIED:
                _put(packed, name.as_posix(), (places.payload / name).read_bytes(), date)
    return target


def _put(packed: zipfile.ZipFile, name: str, content: bytes, date: tuple[int, ...]) -> None:
    year, month, day, hour, minute, second = date
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", (year, month, day, hour, minute, second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, content)
