"""Bytes change where nobody wrote: every damage that matters is noticed, none is silent, none ends in a traceback."""

import os
import random
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import look_through, open_data_folder
from pos_closeout.actions.safety.copies import check_files, list_copies, make_safety_copy
from pos_closeout.domain.case.case import Merchant
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.store import Store
from pos_closeout.store.database import LOG_PAGES
from pos_closeout.store.safety import DATABASE_NAME
from tests.torture.rows import Row

NOW = datetime(2026, 11, 29, 10, 0, tzinfo=UTC)
MOST = 400
SAVES = 60

Change = Callable[[bytearray, random.Random], None]


def _bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _byte(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] = chance.randrange(256)


def _invalid(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] = 0xFF


def _zeros(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content)) // 512 * 512
    content[at : at + 512] = bytes(len(content[at : at + 512]))


def _noise(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    content[at : at + 64] = chance.randbytes(len(content[at : at + 64]))


def _end(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _page_of_another_time(content: bytearray, chance: random.Random) -> None:
    pages = len(content) // 4096
    one, other = chance.randrange(pages), chance.randrange(pages)
    content[one * 4096 : one * 4096 + 4096] = content[other * 4096 : other * 4096 + 4096]


CHANGES: tuple[Change, ...] = (_bit, _byte, _invalid, _zeros, _noise, _end, _page_of_another_time)


def run(seed: int, seconds: float, most: int = MOST) -> list[Row]:
    """Damage until each kind has had its share of the time, or ``most`` damages."""
    chance = random.Random(seed)  # noqa: S311  # the same damages every time
    with TemporaryDirectory(prefix="torture-") as folder:
        root = Path(folder)
        _make(root / "data")
        share = seconds / 4
        return [
            _database(root, chance, share, most, later=False),
            _database(root, chance, share, most, later=True),
            _beside(root, chance, share, most),
            _log(root, chance, share, most // 4),
        ]


def run_few(seed: int) -> list[Row]:
    """Damage a dozen times in each kind."""
    return run(seed, 600, most=12)


def _make(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        add_sample_case(store, NOW.date(), NOW)
        kept = folder / "attachments" / store.cases.all()[0].number
        kept.mkdir(parents=True)
        (kept / "slip.jpg").write_bytes(b"slip" * 5_000)
        make_safety_copy(store, NOW)
        # Something that the copy does not have.
        (case,) = store.cases.all()
        save_case(store, replace(case, merchant=replace(case.merchant, email="shop@example.cn")), NOW)


def _everything(store: Store) -> object:
    cases = store.cases.all()
    told = [store.timeline.for_case(case.id) for case in cases]
    items = store.items.all()
    files = [store.item_files.notes(item.id) + store.item_files.talks(item.id) for item in items]
    return cases, items, told, files, store.settings.all(), store.items.totals(NOW.date())


@dataclass(slots=True)
class _Tally:
    """Counts what came of damages, and keeps the first that went wrong."""

    came: Counter[str]
    first: str = ""

    def add(self, outcome: str, what: str) -> None:
        self.came[outcome] += 1
        if outcome in {"silent", "traceback", "no copy offered", "wrong sentence"} and not self.first:
            self.first = f"{outcome}: {what}"

    def row(self, subject: str, more: str = "") -> Row:
        bad = sum(self.came[name] for name in ("silent", "traceback", "no copy offered", "wrong sentence"))
        told = ", ".join(f"{count} {name}" for name, count in sorted(self.came.items()))
        return Row(subject, self.came.total(), bad, f"{told}  {more}{self.first}".rstrip())


def _database(root: Path, chance: random.Random, seconds: float, most: int, *, later: bool) -> Row:
    """Damage the database: every verb looks through it first; a window does it once it is open."""
    good = (root / "data" / DATABASE_NAME).read_bytes()
    with open_data_folder(root / "data", NOW) as store:
        expected = _everything(store)
    tally, ends = _Tally(Counter()), time.monotonic() + seconds
    while tally.came.total() < most and time.monotonic() < ends:
        change, content = chance.choice(CHANGES), bytearray(good)
        change(content, chance)
        folder = _fresh(root)
        (folder / DATABASE_NAME).write_bytes(content)
        tally.add(_outcome(folder, expected, later=later), f"{change.__name__} number {tally.came.total()}")
    return tally.row("damage: database, window" if later else "damage: database, verbs")


def _outcome(folder: Path, expected: object, *, later: bool) -> str:
    try:
        found = _read(folder, later=later)
    except CloseoutError as error:
        if error.message_id in {"store.unreadable_value", "store.damaged"} and not later and "copy" not in error.facts:
            return "no copy offered"
        if error.message_id not in {"store.damaged", "store.unreadable_value", "store.lost"}:
            return "wrong sentence"
        return "noticed"
    except Exception:  # noqa: BLE001  # that is what is looked for
        return "traceback"
    return "harmless" if found == expected else "silent"


def _read(folder: Path, *, later: bool) -> object:
    with open_data_folder(folder, NOW, check_later=later) as store:
        try:
            return _everything(store)
        finally:
            if later:
                look_through(folder)


def _beside(root: Path, chance: random.Random, seconds: float, most: int) -> Row:
    """Damage what lies beside the database: copies, their lists and files, attachments, the marker."""
    tally, ends = _Tally(Counter()), time.monotonic() + seconds
    names = [
        path.relative_to(root / "data").as_posix()
        for path in sorted((root / "data").rglob("*"))
        if path.is_file() and path.name != DATABASE_NAME
    ]
    while tally.came.total() < most and time.monotonic() < ends:
        name, change, folder = chance.choice(names), chance.choice(CHANGES), _fresh(root)
        # A link shares its content with the template.
        content = bytearray((folder / name).read_bytes())
        if len(content) < 4096 and change is _page_of_another_time:
            change = _bit
        before = bytes(content)
        change(content, chance)
        (folder / name).unlink()
        (folder / name).write_bytes(content)
        tally.add(
            "harmless" if bytes(content) == before else _beside_outcome(folder, name), f"{change.__name__} {name}"
        )
    return tally.row("damage: copies and files")


def _beside_outcome(folder: Path, name: str) -> str:
    try:
        with open_data_folder(folder, NOW):
            pass
        copies = list_copies(folder)
        damaged = any(not each.contents.good or check_files(each.path) for each in copies)
        with open_data_folder(folder, NOW) as store:
            make_safety_copy(store, NOW)
    except CloseoutError:
        return "noticed"
    except Exception:  # noqa: BLE001  # that is what is looked for
        return "traceback"
    if name.startswith("backups/") and name.endswith(".db"):
        return "noticed" if damaged else "harmless"
    return "noticed" if damaged else "mended"


def _log(root: Path, chance: random.Random, seconds: float, most: int) -> Row:
    """Damage the log of a process that was killed; SQLite takes it up to the first bad page, and no further.

    What is lost then is the figure; that a half save is never shown, and the rest is in order, must hold.
    """
    folder = root / "log"
    child = os.fork()
    if not child:
        shutil.copytree(root / "data", folder)
        store = open_data_folder(folder, NOW)
        (case,) = store.cases.all()
        for number in range(SAVES):
            case = store.cases.save(replace(case, merchant=Merchant(phone=str(number), email=str(number))), NOW)
        os._exit(0)
    os.waitpid(child, 0)
    log = (folder / f"{DATABASE_NAME}-wal").read_bytes()
    tally, ends, lost = _Tally(Counter()), time.monotonic() + seconds, list[int]()
    while tally.came.total() < most and time.monotonic() < ends:
        content, change = bytearray(log), chance.choice(CHANGES)
        change(content, chance)
        fresh = _fresh(root, folder)
        (fresh / f"{DATABASE_NAME}-wal").write_bytes(content)
        (fresh / f"{DATABASE_NAME}-shm").unlink(missing_ok=True)
        try:
            with open_data_folder(fresh, NOW) as store:
                (case,) = store.cases.all()
            whole = case.merchant.phone == case.merchant.email
            lost.append(SAVES - 1 - (int(case.merchant.phone) if case.merchant.phone.isdigit() else -1))
            tally.add(
                "harmless" if whole and not lost[-1] else "last saves lost" if whole else "silent", change.__name__
            )
        except CloseoutError as error:
            tally.add("noticed", change.__name__)
            lost.append(SAVES - 1 - _phone_in(str(error.facts.get("copy", ""))))
        except Exception:  # noqa: BLE001  # that is what is looked for
            tally.add("traceback", change.__name__)
    most_lost, usual = max(lost, default=0), sorted(lost)[len(lost) // 2] if lost else 0
    told = (
        f"of {SAVES} saves at most {most_lost}, usually {usual} lost; log of {len(log) // 4120} of {LOG_PAGES} pages  "
    )
    return tally.row("damage: log after a kill", told)


def _phone_in(copy: str) -> int:
    """Return which save the offered copy has; -1 for one of before."""
    with closing(sqlite3.connect(f"{Path(copy).as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        phone = str(connection.execute("SELECT phone FROM merchants").fetchone()[0])
    return int(phone) if phone.isdigit() and int(phone) < SAVES else -1


def _fresh(root: Path, source: Path | None = None) -> Path:
    folder = root / "broken"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source or root / "data", folder)
    return folder
