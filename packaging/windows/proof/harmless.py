"""What an install, an upgrade or its failure must not do: touch files of others, or leave a mixed program.

Every step begins and ends with nothing installed.
"""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proof.machine import PROGRAM, WindowsMachine, files_below, require
from proof.steps import SETTINGS_KEY, SETUP, UNINSTALL_KEY, close_politely, nothing_is_left

_LIST = "installed-files.txt"
_PYTHON = "/build/python/python.exe"
# A disk with room for one version but not for two; prove.py makes it.
SMALL_DISK = Path("/small")
# What a second start of the installer, and one that would go back, end with; installer.nsi lists them.
_STOPPED, _TAKEN, _ANOTHER, _NEWER = 2, 5, 6, 7
# What setup-helper says when something of the new version is missing; launcher/setup_files.h.
_INCOMPLETE = 3


def contents(folder: Path) -> dict[str, str]:
    """Returns the SHA-256 of every file below a folder by its relative name."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files_below(folder)}


def _strangers(folder: Path, *names: str) -> dict[str, str]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"别人的 {name}", "utf-8")
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def _untouched(folder: Path, theirs: dict[str, str], when: str) -> None:
    now = contents(folder)
    changed = [name for name, digest in theirs.items() if now.get(name) != digest]
    require(not changed, f"touched by {when}: {changed}")


def _uninstall(pc: WindowsMachine, folder: Path) -> None:
    pc.run(folder / "uninstall.exe", "/S")
    pc.settle()


def files_of_others_stay(pc: WindowsMachine) -> str:
    """Somebody's folder keeps its own lib, app and runtime; so do files put into the program's own folder."""
    tools = pc.disk / "Tools"
    theirs = _strangers(
        tools, "lib/mine.txt", "app/mine.txt", "runtime/python313.dll", "uninstall.exe", "licences.txt", PROGRAM
    )
    pc.run(SETUP, "/S", r"/D=C:\Tools")
    own = tools / "POS Closeout"
    pc.run(own / PROGRAM, "--self-check")
    _untouched(tools, theirs, "the install")
    theirs |= {
        f"POS Closeout/{name}": digest
        for name, digest in _strangers(
            own, "notes.txt", "lib/mine.txt", "lib/click/mine.py", "app/pos_closeout/mine/a.txt", "setup-old/mine.txt"
        ).items()
    }
    pc.run(SETUP, "/S")
    pc.run(own / PROGRAM, "--self-check")
    _untouched(tools, theirs, "the upgrade")
    _uninstall(pc, own)
    _untouched(tools, theirs, "the uninstaller")
    left = files_below(tools) - set(theirs)
    require(not left, f"left by the uninstaller: {sorted(left)[:10]}")
    shutil.rmtree(own)
    _strangers(own, "mine.txt")
    before = contents(tools)
    pc.run(SETUP, "/S", r"/D=C:\Tools", expected=_TAKEN)
    require(contents(tools) == before, "a refused install has changed something")
    shutil.rmtree(tools)
    nothing_is_left(pc)
    return f"{len(theirs)} files of others after install, upgrade and uninstall; a folder that is taken is refused"


def name_taken_by_another_stops_the_upgrade(pc: WindowsMachine) -> str:
    """A file of somebody else's under a new file's name stays; so does the old version when unpacked files vanish."""
    pc.run(SETUP, "/S")
    listed = (pc.installed / _LIST).read_text("utf-8").splitlines(keepends=True)
    (pc.installed / _LIST).write_text("".join(line for line in listed if not line.endswith(" licences.txt\n")), "utf-8")
    theirs = _strangers(pc.installed, "licences.txt")
    before = contents(pc.installed)
    pc.run(SETUP, "/S", expected=_STOPPED)
    require(contents(pc.installed) == before, "a stopped upgrade has changed something")
    unpacked = pc.installed / "setup-new"
    unpacked.mkdir()
    shutil.copy(pc.installed / _LIST, unpacked)
    helper = shutil.copy(pc.installed / "setup-helper.exe", pc.work)
    pc.run(helper, "replace", pc.windows_path(pc.installed), expected=_INCOMPLETE)
    pc.run(helper, "discard", pc.windows_path(pc.installed))
    require(contents(pc.installed) == before, "an incomplete version has changed something")
    _uninstall(pc, pc.installed)
    _untouched(pc.installed, theirs, "the uninstaller")
    require(files_below(pc.installed) == set(theirs), "left by the uninstaller")
    shutil.rmtree(pc.installed)
    nothing_is_left(pc)
    return "the file stays, and the old version works on"


def _make_old(folder: Path) -> str:
    """Makes what is installed look like an older version: one file differs, one more is listed."""
    with (folder / _LIST).open("a", encoding="utf-8") as listed:
        listed.write("3 lib\\of_an_older_version.pyc\n")
    (folder / "lib" / "of_an_older_version.pyc").write_text("old", "utf-8")
    (folder / "licences.txt").write_text("old", "utf-8")
    return "lib/of_an_older_version.pyc"


@contextmanager
def _held(pc: WindowsMachine, file: Path) -> Iterator[None]:
    """Keeps a file open as an antivirus does, so that Windows lets nobody rename or delete it."""
    code = "import sys; f = open(sys.argv[1], 'rb'); print('held', flush=True); sys.stdin.read()"
    command = ["wine", _PYTHON, "-I", "-B", "-c", code, pc.windows_path(file)]
    process = subprocess.Popen(
        command, env=pc.settings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    require(process.stdout and process.stdout.readline().startswith(b"held"), f"{file} could not be held")
    try:
        yield
    finally:
        process.communicate(timeout=60)


def held_file_leaves_the_old_version(pc: WindowsMachine) -> str:
    """A file that is held stops the upgrade and the uninstaller; the old version is whole, and the next try works."""
    pc.run(SETUP, "/S")
    stale = _make_old(pc.installed)
    before = contents(pc.installed)
    for held in ("lib/PySide6/Qt6Pdf.dll", "uninstall.exe", _LIST):
        with _held(pc, pc.installed / held):
            pc.run(SETUP, "/S", expected=_STOPPED)
            require(contents(pc.installed) == before, f"not the old version any more, {held} was held")
    pc.run(pc.installed / PROGRAM, "--self-check")
    with _held(pc, pc.installed / "lib/PySide6/Qt6Pdf.dll"):
        _uninstall_whole(pc, expected=_STOPPED)
        require(contents(pc.installed) == before, "a stopped uninstaller has taken something away")
    pc.run("reg", "query", UNINSTALL_KEY)
    pc.run(SETUP, "/S")
    require(not (pc.installed / stale).exists(), "a file of the older version is still there")
    require((pc.installed / "licences.txt").stat().st_size > 1000, "not the new version")
    _uninstall(pc, pc.installed)
    nothing_is_left(pc)
    return f"3 upgrades and an uninstall stopped, all {len(before)} files as before; then it worked"


def _uninstall_whole(pc: WindowsMachine, expected: int) -> None:
    # Without the copy in Temp that the uninstaller makes of itself, so that its exit code can be seen.
    copy = pc.work / "uninstall.exe"
    shutil.copy(pc.installed / "uninstall.exe", copy)
    # NSIS takes the folder unquoted, as the rest of the line.
    folder = pc.windows_path(pc.installed).split(" ")
    pc.run(copy, "/S", f"_?={folder[0]}", *folder[1:], expected=expected)


def full_disk_leaves_the_old_version(pc: WindowsMachine) -> str:
    """No room stops an upgrade with the old version whole, and a first install with nothing left behind."""
    folder = SMALL_DISK / "POS Closeout"
    pc.run(SETUP, "/S", r"/D=Z:\small\POS", "Closeout")
    before = contents(folder)
    pc.run(SETUP, "/S", expected=_STOPPED)
    require(contents(folder) == before, "not the old version any more")
    pc.run(folder / PROGRAM, "--self-check")
    _uninstall(pc, folder)
    require(not folder.exists(), "the folder is left")
    room = shutil.disk_usage(SMALL_DISK).free
    (SMALL_DISK / "full").write_bytes(bytes(room // 2))
    pc.run(SETUP, "/S", r"/D=Z:\small\POS", "Closeout", expected=_STOPPED)
    require(files_below(SMALL_DISK) == {"full"}, "something is left on the full disk")
    (SMALL_DISK / "full").unlink()
    nothing_is_left(pc)
    return f"{len(before)} files as before; a first install leaves nothing"


def broken_off_swap_is_mended(pc: WindowsMachine) -> str:
    """The power went while files were being moved: the next install puts everything right."""
    pc.run(SETUP, "/S")
    whole = contents(pc.installed)
    listed = [line.partition(" ")[2].replace("\\", "/") for line in (pc.installed / _LIST).read_text().splitlines()]
    for moving_in in (False, True):
        old, new = pc.installed / "setup-old", pc.installed / "setup-new"
        for folder in (old, new):
            folder.mkdir()
            shutil.copy(pc.installed / _LIST, folder / _LIST)
        for number, name in enumerate(listed):
            for folder in (old, new):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(pc.installed / name, new / name)
            if number % 2 or moving_in:
                (pc.installed / name).rename(old / name)
            if moving_in and number % 3 == 0:
                (new / name).rename(pc.installed / name)
        if moving_in:
            (old / "moving-in").touch()
        pc.run(SETUP, "/S")
        require(contents(pc.installed) == whole, "not a whole version after the power went")
    _uninstall(pc, pc.installed)
    nothing_is_left(pc)
    return f"{len(listed)} files, half moved aside and a third moved in"


def one_at_a_time_and_never_back(pc: WindowsMachine) -> str:
    """A second installer and an older version are refused, each with its own exit code."""
    first = pc.start(SETUP)
    window = pc.wait_for_window("POS")
    pc.run(SETUP, "/S", expected=_ANOTHER)
    require(not pc.installed.exists(), "the second one has installed something")
    pc.press(window, "Escape")
    pc.press(pc.wait_for_window("POS"), "y")
    require(first.wait(timeout=60) == 1, "cancelled, but it says otherwise")
    pc.run(SETUP, "/S")
    pc.run("reg", "add", UNINSTALL_KEY, "/v", "DisplayVersion", "/d", "99.0.0", "/f")
    pc.run(SETUP, "/S", expected=_NEWER)
    pc.run(SETUP, "/S", "/DOWNGRADE")
    told = pc.run("reg", "query", UNINSTALL_KEY, "/v", "DisplayVersion")
    require(pc.version in told, f"not {pc.version}:\n{told}")
    _uninstall(pc, pc.installed)
    nothing_is_left(pc)
    return "second installer, older version"


def another_folder_takes_the_old_one_along(pc: WindowsMachine) -> str:
    """Installed into another folder, the program is there once."""
    pc.run(SETUP, "/S")
    folder = pc.disk / "New place"
    pc.run(SETUP, "/S", r"/D=C:\New", "place")
    require(not pc.installed.exists(), "the old folder is still there")
    require("New place" in pc.run("reg", "query", SETTINGS_KEY, "/v", "InstallDir"), "the old folder is registered")
    pc.run(folder / PROGRAM, "--self-check")
    _uninstall(pc, folder)
    require(not folder.exists(), "the new folder is left")
    nothing_is_left(pc)
    return "one program, in the new folder"


def tray_comes_back(pc: WindowsMachine) -> str:
    """A program that waits in the tray waits there again after an upgrade; nobody is asked anything."""
    pc.run(SETUP, "/S")
    program = pc.start(pc.installed / PROGRAM, "--tray")
    pc.pause(8)
    # Not with a pipe: the program that it starts again would keep that open.
    setup = pc.start(SETUP, "/S")
    require(setup.wait(timeout=300) == 0, "the upgrade failed")
    require(program.wait(timeout=60) == 0, "the running program did not close well")
    pc.pause(8)
    require(pc.find_window("POS.*") is None, "a window came up")
    close_politely(pc, was_in_tray=True)
    _uninstall(pc, pc.installed)
    nothing_is_left(pc)
    return "closed, replaced, hidden in the tray again"


HARMLESS = (
    files_of_others_stay,
    name_taken_by_another_stops_the_upgrade,
    held_file_leaves_the_old_version,
    full_disk_leaves_the_old_version,
    broken_off_swap_is_mended,
    one_at_a_time_and_never_back,
    another_folder_takes_the_old_one_along,
    tray_comes_back,
)
