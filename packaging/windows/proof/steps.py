"""What must be true of the installer and of the program it installs, one function a promise, in the order told."""

import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from proof.machine import CHINESE, ENGLISH, PROGRAM, TooSlowError, WindowsMachine, files_below, require
from proof.start_up import seconds_to_ready

SETUP = Path("/setup.exe")
PAYLOAD = Path("/build/payload")
_TITLE = "POS"
# What the program asks an owner who closes its window for the first time; an installer is not to be asked.
_TRAY_QUESTION = "关闭窗口|Closing the window"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\POS Closeout"
SETTINGS_KEY = r"HKCU\Software\POS Closeout"
_RUN_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
# What the program ends with when it has told the owner why there is no window: TOLD of app/window.py.
_TOLD = 72
# Made by the installer itself, not part of the payload.
_MADE_ON_THE_SPOT = {"uninstall.exe"}


def silent_install(pc: WindowsMachine) -> str:
    """The silent installer puts every file in its place and tells Windows about it."""
    started = time.monotonic()
    pc.run(SETUP, "/S")
    took = time.monotonic() - started
    missing = files_below(pc.installed) ^ (files_below(PAYLOAD) | _MADE_ON_THE_SPOT)
    require(not missing, f"not the files of the payload: {sorted(missing)[:10]}")
    told = pc.run("reg", "query", UNINSTALL_KEY)
    for name, value in {"DisplayVersion": pc.version, "DisplayName": "POS停机助手", "EstimatedSize": "0x"}.items():
        require(re.search(rf"{name}\s+REG_\w+\s+{value}", told), f"Add/Remove Programs lacks {name}:\n{told}")
    shortcuts = [path.name for path in pc.home.rglob("*.lnk")]
    require(sorted(shortcuts) == ["POS停机助手.lnk"] * 2, f"shortcuts: {shortcuts}")
    require("POS Closeout" not in pc.run("reg", "query", _RUN_KEY), "starts with Windows without having been asked")
    return f"{took:.1f} s, {len(files_below(pc.installed))} files"


def self_check(pc: WindowsMachine) -> str:
    """The installed program finds everything it needs."""
    said = pc.run(pc.installed / PROGRAM, "--self-check")
    (pc.work / "self-check.txt").write_text(said, "utf-8")
    return f"{len(said.splitlines())} lines, exit 0"


def damaged_install_speaks(pc: WindowsMachine) -> str:
    """A missing library ends in a box and a log."""
    library = pc.installed / "runtime" / "python313.dll"
    return _broken(pc, library, "damaged", "cannot load")


def crash_before_qt_speaks(pc: WindowsMachine) -> str:
    """An exception before Qt is there ends in a box and a log."""
    return _broken(pc, pc.installed / "app" / "pos_closeout", "crash-before-qt", "pos_closeout")


def _broken(pc: WindowsMachine, part: Path, name: str, logged: str) -> str:
    log = pc.data / "logs" / "start.log"
    log.unlink(missing_ok=True)
    hidden = part.with_name(part.name + ".away")
    part.rename(hidden)
    try:
        program = pc.start(pc.installed / PROGRAM)
        window = pc.wait_for_window("POS Closeout")
        time.sleep(0.5)
        pc.photograph(name)
        pc.press(window, "Return")
        require(program.wait(timeout=30) != 0, "exit code 0 although it could not start")
    finally:
        hidden.rename(part)
    told = log.read_text("utf-8", errors="replace")
    require(logged in told, f"the log does not say why:\n{told}")
    return told.strip().splitlines()[-1]


def known_error_is_told_once(pc: WindowsMachine) -> str:
    """A database of a newer version is told in one box, in its own words; the launcher adds none."""
    pc.data.mkdir(parents=True, exist_ok=True)
    database = pc.data / "closeout.db"
    kept = database.read_bytes() if database.exists() else None
    with closing(sqlite3.connect(database)) as newer:
        newer.execute("PRAGMA user_version = 9999")
        newer.commit()
    try:
        program = pc.start(pc.installed / PROGRAM)
        window = pc.wait_for_window("没有办成|did not work")
        time.sleep(0.5)
        pc.photograph("newer-database")
        pc.press(window, "Escape")
        require(program.wait(timeout=30) == _TOLD, "the program did not say that the owner has been told")
        require(pc.find_window("POS") is None, "a second box came up")
    finally:
        database.unlink()
        if kept is not None:
            database.write_bytes(kept)
    return "one box"


def first_start(pc: WindowsMachine) -> str:
    """The first start takes at most twice as long as a bare PySide6 window, shown once before it and once after.

    A machine that is busy with something else makes any of the three look slow, so there are up to three attempts.
    """
    bare = ["/build/python/python.exe", "-I", "-B", "/windows/proof/bare_window.py"]
    bare.append(pc.windows_path(pc.installed / "lib"))
    seen = ""
    for _ in range(3):
        shutil.rmtree(pc.data, ignore_errors=True)
        before = seconds_to_ready(pc, bare)
        first = seconds_to_ready(pc, [str(pc.installed / PROGRAM)])
        after = seconds_to_ready(pc, bare)
        seen = f"{first:.2f} s, bare PySide6 window {before:.2f} s before and {after:.2f} s after"
        if first <= before + after:
            return seen
    raise TooSlowError(seen)


def windows_in_both_languages(pc: WindowsMachine) -> str:
    """The window opens in the language of Windows and closes when asked, its records kept."""
    for language, name in ((ENGLISH, "window-en"), (CHINESE, "window-zh")):
        pc.speak(language)
        program = pc.start(pc.installed / PROGRAM)
        pc.wait_for_window(_TITLE)
        time.sleep(3)
        pc.photograph(name)
        close_politely(pc)
        require(program.wait(timeout=60) == 0, "the window did not close well")
    require(any(pc.data.glob("*.db")) or any(pc.data.glob("*.sqlite*")), f"no records in {pc.data}")
    return "photographed"


def close_politely(pc: WindowsMachine, *, was_in_tray: bool = False) -> None:
    """Closes the program as the installer would, which is told whether there was a window."""
    program = pc.windows_path(pc.installed / PROGRAM)
    pc.run(pc.installed / "setup-helper.exe", "close", program, expected=2 if was_in_tray else 0)


def licences_are_shown(pc: WindowsMachine) -> str:
    """The installed program shows the licences in its about box, and the page names every package that is there."""
    page = (pc.installed / "app" / "pos_closeout" / "resources" / "licences.txt").read_text("utf-8-sig")
    about = [folder.name.removesuffix(".dist-info") for folder in (pc.installed / "lib").glob("*.dist-info")]
    titles = {line.strip().lower().replace("-", "_") for line in page.splitlines()}
    unnamed = [name for name in about if not any(line.startswith(_as_title(name)) for line in titles)]
    require(not unnamed, f"not on the page of licences: {unnamed}")
    program = pc.start(pc.installed / PROGRAM)
    pc.press(pc.wait_for_window(_TITLE), "alt+h", "a")
    box = pc.wait_for_window("关于本程序")
    pc.press(box, "Tab", "space")
    time.sleep(2)
    pc.photograph("about-zh-licences")
    pc.press(box, "Escape")
    close_politely(pc)
    require(program.wait(timeout=60) == 0, "the program did not close well")
    return f"{len(about)} packages, {len(page.splitlines())} lines"


def _as_title(name: str) -> str:
    # "python_stdnum-2.2" as the page writes it, "python-stdnum 2.2 (LGPL)", all signs made alike.
    return name.lower().replace("-", " ")


def demo_journey(pc: WindowsMachine) -> str:
    """The installed program plays the whole demo; the letter can be read back from its PDF."""
    out = pc.home / "Documents" / "演示 demo"
    pc.run(pc.installed / PROGRAM, "demo", "--out", pc.windows_path(out.parent) + "\\演示 demo")
    letter = out / "letter-zh.pdf"
    text = subprocess.run(["pdftotext", "-layout", letter, "-"], capture_output=True, text=True, check=True).stdout
    require("申请" in text and "终端" in text, f"the letter cannot be read back:\n{text[:500]}")
    subprocess.run(["pdftoppm", "-png", "-r", "60", "-singlefile", letter, pc.photos / "letter-zh"], check=True)
    shutil.copytree(out, pc.work / "demo")
    return f"{len(files_below(out))} files, letter of {len(text)} characters"


def upgrade_while_running(pc: WindowsMachine) -> str:
    """A second install over the first closes the running program, replaces its files and keeps the records."""
    stale = pc.installed / "lib" / "of_an_older_version.pyc"
    stale.touch()
    with (pc.installed / "installed-files.txt").open("a", encoding="utf-8") as listed:
        listed.write("0 lib\\of_an_older_version.pyc\n")
    pc.data.mkdir(parents=True, exist_ok=True)
    mark = pc.data / "kept by the owner 记录.txt"
    mark.write_text("保留", "utf-8")
    program = pc.start(pc.installed / PROGRAM)
    pc.wait_for_window(_TITLE)
    setup = pc.start(SETUP, "/S", "/AUTOSTART=1")
    pc.wait(lambda: setup.poll() is not None or pc.find_window(_TRAY_QUESTION), "the end of the upgrade")
    require(pc.find_window(_TRAY_QUESTION) is None, "the program asked about the tray while it was to be replaced")
    require(setup.wait(timeout=300) == 0, "the upgrade failed")
    require(program.wait(timeout=60) == 0, "the running program did not close well")
    require(not stale.exists(), "a file of the older version is still there")
    require(mark.read_text("utf-8") == "保留", "the records were touched")
    pc.run(pc.installed / PROGRAM, "--self-check")
    return "closed, replaced, records kept"


def starts_with_windows(pc: WindowsMachine) -> str:
    """What the installer has told Windows to start is the program, hidden in the tray; it hears when it must go."""
    line = f'"{pc.windows_path(pc.installed / PROGRAM)}" --tray'
    told = pc.run("reg", "query", _RUN_KEY, "/v", "POS Closeout")
    require(line in told, f"not {line}:\n{told}")
    program = pc.start(pc.installed / PROGRAM, "--tray")
    time.sleep(10)
    pc.photograph("started-with-windows")
    require(program.poll() is None, "it did not stay")
    require(pc.find_window(_TITLE + ".*") is None, "a window came up")
    close_politely(pc, was_in_tray=True)
    require(program.wait(timeout=60) == 0, "it did not close well")
    return line


def uninstall_leaves_data(pc: WindowsMachine) -> str:
    """The silent uninstaller takes everything away but the records."""
    before = files_below(pc.data)
    pc.run(pc.installed / "uninstall.exe", "/S")
    nothing_is_left(pc)
    require(before and files_below(pc.data) == before, "the records have changed")
    return f"left: {len(before)} files of the owner"


def nothing_is_left(pc: WindowsMachine) -> None:
    """Compares the disk with what it was before the first install, the owner's own folders apart, and the registry.

    Raises:
        ProofError: names what the uninstaller has left.
    """
    pc.settle()
    pc.wait(lambda: not pc.installed.exists(), "the program's folder to go")
    kept = (pc.data, pc.home / "Documents", pc.data.with_name("POS Closeout 备份"))
    new = sorted(pc.disk / name for name in pc.files() - pc.at_first)
    # The uninstaller runs from a copy in Temp, which no program can delete while it runs; Windows clears it away.
    own = [file for file in new if re.fullmatch(r"~nsu\w*\.tmp/Un\.exe", "/".join(file.parts[-2:]))]
    left = [file for file in new if file not in own and not any(file.is_relative_to(folder) for folder in kept)]
    require(not left, f"files are left: {left[:10]}")
    # Written when the last Windows process has ended.
    registry = (pc.work / "prefix" / "user.reg").read_text("utf-8", errors="replace")
    traces = [line for line in registry.splitlines() if re.search("POS ?Closeout", line)]
    require(not traces, f"left in the registry: {traces[:10]}")


def elsewhere(pc: WindowsMachine) -> str:
    """A folder with spaces and Chinese characters will do as well, and is found again by an upgrade."""
    # NSIS takes the folder unquoted, as the rest of the line.
    folder = pc.work / "prefix" / "drive_c" / "我的 程序" / "POS Closeout"
    pc.run(SETUP, "/S", "/LANG=1033", "/DESKTOP=0", r"/D=C:\我的", r"程序\POS", "Closeout")
    pc.run(folder / PROGRAM, "--self-check")
    require([path.name for path in pc.home.rglob("*.lnk")] == ["POS Closeout.lnk"], "shortcuts not as asked for")
    pc.run(SETUP, "/S")
    require(not pc.installed.exists(), "the upgrade went elsewhere")
    pc.run(folder / "uninstall.exe", "/S")
    nothing_is_left(pc)
    require(not folder.exists(), "the folder is left")
    return r"C:\我的 程序\POS Closeout"


STEPS: tuple[Callable[[WindowsMachine], str], ...] = (
    silent_install,
    self_check,
    first_start,
    damaged_install_speaks,
    crash_before_qt_speaks,
    known_error_is_told_once,
    windows_in_both_languages,
    licences_are_shown,
    demo_journey,
    upgrade_while_running,
    starts_with_windows,
    uninstall_leaves_data,
    elsewhere,
)
