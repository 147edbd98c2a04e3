"""The process ends in the middle of something: what was confirmed is there, and nothing is there by half.

A child made by ``fork`` does one thing and is killed after a random part of the time that takes; then the folder is
opened as the next start does. The end of a process is not the end of the power: what the disk was told to keep is kept.
"""

import gzip
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pos_closeout.actions.backup.backup import check_any, make_backup, records_of
from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import look_through, open_data_folder
from pos_closeout.actions.safety.copies import check_files, list_copies, make_safety_copy, restore_safety_copy
from pos_closeout.actions.safety.deleting import erase_case
from pos_closeout.actions.safety.everything import take_in, write_everything
from pos_closeout.cli import run as run_verb
from pos_closeout.domain.case.backup import BackupSource
from pos_closeout.domain.case.case import Case, Merchant, Settlement
from pos_closeout.store.safety import DATABASE_NAME
from tests.torture.rows import Row

NOW = datetime(2026, 11, 29, 10, 0, tzinfo=UTC)
MOST = 40
"""How many kills of each kind are enough."""

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "databases"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where one thing happens.

    Attributes:
        folder: the data folder.
        beside: where files from outside and for outside lie.
        seen: what the child said before it was killed.
    """

    folder: Path
    beside: Path
    seen: bytes = b""


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to be killed in: what comes before, what the child does, and what must hold afterwards."""

    before: Callable[[Scene], None]
    act: Callable[[Scene, int], None]
    holds: Callable[[Scene], str]


def run(seed: int, seconds: float, most: int = MOST) -> list[Row]:
    """Kill until each kind has had its share of the time, or ``most`` kills."""
    kinds = KINDS
    chance = random.Random(seed)  # noqa: S311  # the same kills every time
    return [_row(name, kind, chance, seconds / len(kinds), most) for name, kind in kinds.items()]


def run_few(seed: int) -> list[Row]:
    """Kill three times in each kind."""
    return run(seed, 0, most=3)


def _row(name: str, kind: Kind, chance: random.Random, seconds: float, most: int) -> Row:
    ends, tried, failed, cut, first = time.monotonic() + seconds, 0, 0, 0, ""
    with TemporaryDirectory(prefix="torture-") as folder:
        template = Scene(Path(folder) / "data", Path(folder) / "beside")
        template.beside.mkdir()
        kind.before(template)
        shutil.copytree(Path(folder), Path(f"{folder}-was"), dirs_exist_ok=True)
        try:
            took, _, _ = _child(kind, template, None)
            while tried < most and (time.monotonic() < ends or tried < 3):
                _reset(Path(folder))
                _, seen, killed = _child(kind, template, chance.random() * took * 1.05)
                tried, cut = tried + 1, cut + killed
                wrong = _wrong(kind, replace(template, seen=seen))
                failed, first = failed + bool(wrong), first or wrong
        finally:
            shutil.rmtree(f"{folder}-was", ignore_errors=True)
    return Row(f"kill: {name}", tried, failed, f"{cut} in the middle, takes {took * 1000:.0f} ms  {first}".rstrip())


def _reset(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path)
    shutil.copytree(Path(f"{folder}-was"), folder, dirs_exist_ok=True)


def _child(kind: Kind, scene: Scene, after: float | None) -> tuple[float, bytes, bool]:
    """Let a child act; return how long it took, what it said, and whether it was killed before it was done."""
    read, write = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(read)
        # No words of the verbs on the table.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 1
        with suppress(BaseException):
            kind.act(scene, write)
            code = 0
        os._exit(code)
    os.close(write)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read, "rb") as pipe:
        seen = pipe.read()
    if after is None and status:
        raise RuntimeError(f"the child failed by itself: {status}")
    return time.monotonic() - began, seen, os.WIFSIGNALED(status)


def _wrong(kind: Kind, scene: Scene) -> str:
    """Return what does not hold; empty when all does."""
    try:
        found = kind.holds(scene)
        if not found:
            look_through(scene.folder)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is a failure
        return f"{type(error).__name__}: {error}"[:150]
    return found


def _sample(scene: Scene) -> None:
    with open_data_folder(scene.folder, NOW) as store:
        add_sample_case(store, NOW.date(), NOW)
    open_data_folder(scene.folder, NOW).close()


def _cases(scene: Scene) -> tuple[Case, ...]:
    with open_data_folder(scene.folder, NOW) as store:
        return store.cases.all()


def _type(scene: Scene, told: int) -> None:
    store = open_data_folder(scene.folder, NOW)
    (case,) = store.cases.all()
    for number in range(60):
        text = str(number)
        both = replace(
            case, merchant=Merchant(phone=text, registered_name="名" * 500), settlement=Settlement(bank=text)
        )
        case = save_case(store, both, NOW)
        os.write(told, f"{text}\n".encode())


def _typed(scene: Scene) -> str:
    (case,) = _cases(scene)
    confirmed = [int(line) for line in scene.seen.decode().split()]
    if confirmed and int(case.merchant.phone) not in {confirmed[-1], confirmed[-1] + 1}:
        return f"confirmed {confirmed[-1]}, found {case.merchant.phone}"
    if confirmed and case.merchant.phone != case.settlement.bank:
        return "half a save"
    return ""


def _bill_before(scene: Scene) -> None:
    _sample(scene)
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    rows = "".join(
        f"2026-10-{day % 28 + 1:02d} 10:00:{day % 60:02d},商户消费,/,货,收入,¥{day},零钱,已收款,{10**9 + day},{day},/\n"
        for day in range(1, 3000)
    )
    (scene.beside / "bill.csv").write_text("微信支付账单明细\n" + head + rows, encoding="utf-8-sig")


def _import(scene: Scene, _: int) -> None:
    run_verb(["import", "--case", "1", str(scene.beside / "bill.csv"), "--data", str(scene.folder)], clock=lambda: NOW)


def _imported(scene: Scene) -> str:
    with open_data_folder(scene.folder, NOW) as store:
        if store.database.rows("SELECT 1 FROM bills WHERE complete = 0"):
            return "an unfinished bill is left"
        if store.database.rows("SELECT 1 FROM bill_lines WHERE bill_id NOT IN (SELECT id FROM bills)"):
            return "lines without a bill"
    return ""


def _bag_before(scene: Scene) -> None:
    _sample(scene)
    (scene.beside / "records").mkdir()
    for number in range(30):
        (scene.beside / "records" / f"{number}.txt").write_bytes(os.urandom(20_000))


def _bag(scene: Scene, _: int) -> None:
    with open_data_folder(scene.folder, NOW) as store:
        (case,) = store.cases.all()
        backup = replace(case.backup, folder=str(scene.beside))
        case = replace(case, backup=backup, backup_sources=(BackupSource(str(scene.beside / "records")),))
        made = make_backup(case, records_of(store, case), NOW.date(), lambda *_: None)
        save_case(store, made.case, NOW)


def _bagged(scene: Scene) -> str:
    (case,) = _cases(scene)
    bags = [path for path in scene.beside.iterdir() if path.is_dir() and (path / "bagit.txt").exists()]
    for bag in bags:
        if not bag.name.startswith(".") and check_any(bag, lambda *_: None).faults:
            return f"a bag by half: {bag.name}"
    return "" if not case.backup.bag or Path(case.backup.bag) in bags else "the case names a bag that is not there"


def _paper_before(scene: Scene) -> None:
    _sample(scene)
    (case,) = _cases(scene)
    (scene.beside / "version").write_text(str(case.letter.issued_version))


def _paper(scene: Scene, _: int) -> None:
    out = str(scene.beside / "letter.pdf")
    run_verb(["letter", "--case", "1", "--out", out, "--data", str(scene.folder)], clock=lambda: NOW)


def _papered(scene: Scene) -> str:
    (case,) = _cases(scene)
    paper = scene.beside / "letter.pdf"
    if paper.exists() and not paper.read_bytes().rstrip().endswith(b"%%EOF"):
        return "half a letter"
    counted = case.letter.issued_version > int((scene.beside / "version").read_text())
    return "a version is counted of a letter nobody has" if counted and not paper.exists() else ""


def _old(scene: Scene) -> None:
    scene.folder.mkdir()
    (scene.folder / DATABASE_NAME).write_bytes(gzip.decompress((FIXTURES / "schema-1.db.gz").read_bytes()))


def _open(scene: Scene, _: int) -> None:
    open_data_folder(scene.folder, NOW).close()


def _migrated(scene: Scene) -> str:
    (case,) = _cases(scene)
    return "" if case.merchant.representative == "张䶮" and list_copies(scene.folder) else "something of it is missing"


def _two_states(scene: Scene) -> None:
    """Make a copy with the phone number 1 and a file, then a database with 2 that lacks the file."""
    with open_data_folder(scene.folder, NOW) as store:
        case = store.cases.add(Case(merchant=Merchant(phone="1", registered_name="好味道小吃店")), NOW)
        kept = scene.folder / "attachments" / case.number
        kept.mkdir(parents=True)
        (kept / "slip.jpg").write_bytes(b"slip" * 50_000)
        make_safety_copy(store, NOW)
        save_case(store, replace(case, merchant=replace(case.merchant, phone="2")), NOW)


def _restore(scene: Scene, told: int) -> None:
    (copy,) = list_copies(scene.folder)
    restore_safety_copy(scene.folder, copy.path, NOW)
    os.write(told, b"done")


def _restored(scene: Scene) -> str:
    (case,) = _cases(scene)
    if scene.seen and case.merchant.phone != "1":
        return "a restore that was confirmed is not done"
    if case.merchant.phone not in {"1", "2"}:
        return f"neither the old nor the new state: {case.merchant.phone}"
    asides = list(scene.folder.glob("closeout-damaged-*.db"))
    return "" if case.merchant.phone == "2" or asides else "the database that was there is gone"


def _copy(scene: Scene, told: int) -> None:
    with open_data_folder(scene.folder, NOW) as store:
        for number in range(3):
            made = make_safety_copy(store, NOW)
            os.write(told, f"{made.copy.name}\n".encode())
            store.settings.set("number", str(number))


def _copied(scene: Scene) -> str:
    _cases(scene)
    listed = {each.path.name: each for each in list_copies(scene.folder)}
    bad = [name for name, each in listed.items() if not each.contents.good or check_files(each.path)]
    gone = [name for name in scene.seen.decode().split() if name not in listed]
    return f"bad: {bad}, gone: {gone}" if bad or gone else ""


def _write_all(scene: Scene, told: int) -> None:
    with open_data_folder(scene.folder, NOW) as store:
        write_everything(store, scene.beside / "all.closeout", NOW)
    take_in(scene.beside / "new", scene.beside / "all.closeout", NOW)
    os.write(told, b"done")


def _written_all(scene: Scene) -> str:
    _cases(scene)
    if (scene.beside / "all.closeout").exists():
        if not scene.seen:
            shutil.rmtree(scene.beside / "new", ignore_errors=True)
            take_in(scene.beside / "new", scene.beside / "all.closeout", NOW)
        return "" if _cases(replace(scene, folder=scene.beside / "new"))[0].merchant.phone == "2" else "another state"
    return "confirmed, but there is no file" if scene.seen else ""


def _erase(scene: Scene, told: int) -> None:
    with open_data_folder(scene.folder, NOW) as store:
        erase_case(store, 1, NOW)
    os.write(told, b"done")


def _erased(scene: Scene) -> str:
    if not scene.seen:
        with open_data_folder(scene.folder, NOW) as store:
            if store.cases.all():
                erase_case(store, 1, NOW)
    _cases(scene)
    holding = [
        path.name for path in scene.folder.rglob("*") if path.is_file() and "好味道".encode() in path.read_bytes()
    ]
    return f"still in {holding}" if holding else ""


KINDS = {
    "typing": Kind(_sample, _type, _typed),
    "import": Kind(_bill_before, _import, _imported),
    "bag": Kind(_bag_before, _bag, _bagged),
    "paper": Kind(_paper_before, _paper, _papered),
    "migration": Kind(_old, _open, _migrated),
    "restore": Kind(_two_states, _restore, _restored),
    "copy": Kind(_two_states, _copy, _copied),
    "everything in one file": Kind(_two_states, _write_all, _written_all),
    "delete for good": Kind(_two_states, _erase, _erased),
}
