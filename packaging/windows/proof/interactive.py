"""Goes through the installer's and the uninstaller's screens by keyboard, as an owner would, and photographs them."""

import time

from proof.machine import CHINESE, ENGLISH, WindowsMachine, files_below, require
from proof.steps import SETUP, close_politely, nothing_is_left

_SETUP_TITLES = {CHINESE: "POS停机助手 安装", ENGLISH: "POS Closeout Setup"}
_UNINSTALL_TITLES = {CHINESE: "POS停机助手 卸载", ENGLISH: "POS Closeout Uninstall"}
_PAGES = ("welcome", "choices", "folder")
# Over an older version the folder is known.
_UPGRADE_PAGES = ("welcome", "choices")


def install_in_chinese(pc: WindowsMachine) -> str:
    """All Chinese screens, Enter from beginning to end; the program opens at the end."""
    _install(pc, CHINESE)
    close_politely(pc)
    return "photographed"


def install_in_english(pc: WindowsMachine) -> str:
    """All English screens; a Windows that is not Chinese is asked for the language first."""
    _install(pc, ENGLISH)
    return "photographed; the program is left open"


def asks_before_closing(pc: WindowsMachine) -> str:
    """Over the open program the installer asks; Cancel leaves the program open and everything as it was."""
    before = files_below(pc.installed)
    setup = pc.start(SETUP)
    _turn_pages(pc, ENGLISH, _UPGRADE_PAGES, photograph=False)
    time.sleep(3.0)
    pc.photograph("setup-en-running")
    pc.press(pc.wait_for_window(_SETUP_TITLES[ENGLISH]), "Escape")
    require(setup.wait(timeout=60) == 1, "cancelled, but it says otherwise")
    require(files_below(pc.installed) == before, "something was changed")
    require(pc.find_window("^POS Closeout( — .*)?$"), "the program was closed")
    close_politely(pc)
    return "asked; Cancel changes nothing"


def _install(pc: WindowsMachine, language: str) -> None:
    pc.speak(language)
    short = language[:2]
    setup = pc.start(SETUP)
    if language == ENGLISH:
        window = pc.wait_for_window("Installer Language|Language|语言")
        time.sleep(0.5)
        pc.photograph("setup-en-language")
        pc.press(window, "Return")
    _turn_pages(pc, language, _PAGES, photograph=True)
    pc.wait((pc.installed / "uninstall.exe").exists, "the files")
    time.sleep(4.0)
    window = pc.wait_for_window(_SETUP_TITLES[language])
    pc.photograph(f"setup-{short}-finished")
    pc.press(window, "Return")
    setup.wait(timeout=60)
    time.sleep(8.0)
    pc.photograph(f"setup-{short}-opened")


def _turn_pages(pc: WindowsMachine, language: str, pages: tuple[str, ...], *, photograph: bool) -> None:
    for page in pages:
        window = pc.wait_for_window(_SETUP_TITLES[language])
        time.sleep(1.0)
        if photograph:
            pc.photograph(f"setup-{language[:2]}-{page}")
        pc.press(window, "Return")


def uninstall_and_keep(pc: WindowsMachine) -> str:
    """The uninstaller asks before it deletes the records; Enter, the answer of the default button, keeps them."""
    before = files_below(pc.data)
    _uninstall(pc, CHINESE, "Return")
    require(before and files_below(pc.data) == before, "the records were touched")
    return f"asked; No keeps all {len(before)} files"


def uninstall_and_delete(pc: WindowsMachine) -> str:
    """Yes takes the records, and nothing that the owner keeps elsewhere."""
    papers, neighbour = pc.home / "Documents", pc.data.with_name("POS Closeout 备份")
    neighbour.mkdir()
    (neighbour / "记录.txt").touch()
    before = files_below(papers)
    _uninstall(pc, ENGLISH, "y")
    require(not pc.data.exists(), f"still there: {pc.data}")
    require(before and files_below(papers) == before, "the owner's documents were touched")
    require(files_below(neighbour) == {"记录.txt"}, "a folder beside the records was touched")
    return f"asked; Yes deletes the records, not the {len(before)} papers in Documents nor a folder beside them"


def _uninstall(pc: WindowsMachine, language: str, answer: str) -> None:
    pc.speak(language)
    short, title = language[:2], _UNINSTALL_TITLES[language]
    pc.start(pc.installed / "uninstall.exe")
    window = pc.wait_for_window(title)
    time.sleep(1.0)
    pc.photograph(f"uninstall-{short}-confirm")
    pc.press(window, "Return")
    pc.wait(lambda: not pc.installed.exists(), "the program's folder to go")
    time.sleep(1.5)
    pc.photograph(f"uninstall-{short}-question")
    pc.press(pc.wait_for_window(title), answer)
    time.sleep(1.5)
    pc.photograph(f"uninstall-{short}-finished")
    pc.press(pc.wait_for_window(title), "Return")
    nothing_is_left(pc)
