"""Goes through the installer's and the uninstaller's screens by keyboard, as an owner would, and photographs them."""

import time

from proof.desk import CHINESE, ENGLISH, Desk, files_below, require
from proof.steps import SETUP, close_politely, nothing_is_left

_SETUP_TITLES = {CHINESE: "POS停机助手 安装", ENGLISH: "POS Closeout Setup"}
_UNINSTALL_TITLES = {CHINESE: "POS停机助手 卸载", ENGLISH: "POS Closeout Uninstall"}
_PAGES = ("welcome", "choices", "folder")
# Over an older version the folder is known.
_UPGRADE_PAGES = ("welcome", "choices")


def install_in_chinese(desk: Desk) -> str:
    """All Chinese screens, Enter from beginning to end; the program opens at the end."""
    _install(desk, CHINESE)
    close_politely(desk)
    return "photographed"


def install_in_english(desk: Desk) -> str:
    """All English screens; a Windows that is not Chinese is asked for the language first."""
    _install(desk, ENGLISH)
    return "photographed; the program is left open"


def asks_before_closing(desk: Desk) -> str:
    """Over the open program the installer asks; Cancel leaves the program open and everything as it was."""
    before = files_below(desk.installed)
    setup = desk.start(SETUP)
    _turn_pages(desk, ENGLISH, _UPGRADE_PAGES, photograph=False)
    time.sleep(3.0)
    desk.photograph("setup-en-running")
    desk.press(desk.wait_for_window(_SETUP_TITLES[ENGLISH]), "Escape")
    require(setup.wait(timeout=60) == 1, "cancelled, but it says otherwise")
    require(files_below(desk.installed) == before, "something was changed")
    require(desk.find_window("^POS Closeout( — .*)?$"), "the program was closed")
    close_politely(desk)
    return "asked; Cancel changes nothing"


def _install(desk: Desk, language: str) -> None:
    desk.speak(language)
    short = language[:2]
    setup = desk.start(SETUP)
    if language == ENGLISH:
        window = desk.wait_for_window("Installer Language|Language|语言")
        time.sleep(0.5)
        desk.photograph("setup-en-language")
        desk.press(window, "Return")
    _turn_pages(desk, language, _PAGES, photograph=True)
    desk.wait((desk.installed / "uninstall.exe").exists, "the files")
    time.sleep(4.0)
    window = desk.wait_for_window(_SETUP_TITLES[language])
    desk.photograph(f"setup-{short}-finished")
    desk.press(window, "Return")
    setup.wait(timeout=60)
    time.sleep(8.0)
    desk.photograph(f"setup-{short}-opened")


def _turn_pages(desk: Desk, language: str, pages: tuple[str, ...], *, photograph: bool) -> None:
    for page in pages:
        window = desk.wait_for_window(_SETUP_TITLES[language])
        time.sleep(1.0)
        if photograph:
            desk.photograph(f"setup-{language[:2]}-{page}")
        desk.press(window, "Return")


def uninstall_and_keep(desk: Desk) -> str:
    """The uninstaller asks before it deletes the records; Enter, the answer of the default button, keeps them."""
    before = files_below(desk.data)
    _uninstall(desk, CHINESE, "Return")
    require(before and files_below(desk.data) == before, "the records were touched")
    return f"asked; No keeps all {len(before)} files"


def uninstall_and_delete(desk: Desk) -> str:
    """Yes takes the records, and nothing that the owner keeps elsewhere."""
    papers, neighbour = desk.home / "Documents", desk.data.with_name("POS Closeout 备份")
    neighbour.mkdir()
    (neighbour / "记录.txt").touch()
    before = files_below(papers)
    _uninstall(desk, ENGLISH, "y")
    require(not desk.data.exists(), f"still there: {desk.data}")
    require(before and files_below(papers) == before, "the owner's documents were touched")
    require(files_below(neighbour) == {"记录.txt"}, "a folder beside the records was touched")
    return f"asked; Yes deletes the records, not the {len(before)} papers in Documents nor a folder beside them"


def _uninstall(desk: Desk, language: str, answer: str) -> None:
    desk.speak(language)
    short, title = language[:2], _UNINSTALL_TITLES[language]
    desk.start(desk.installed / "uninstall.exe")
    window = desk.wait_for_window(title)
    time.sleep(1.0)
    desk.photograph(f"uninstall-{short}-confirm")
    desk.press(window, "Return")
    desk.wait(lambda: not desk.installed.exists(), "the program's folder to go")
    time.sleep(1.5)
    desk.photograph(f"uninstall-{short}-question")
    desk.press(desk.wait_for_window(title), answer)
    time.sleep(1.5)
    desk.photograph(f"uninstall-{short}-finished")
    desk.press(desk.wait_for_window(title), "Return")
    nothing_is_left(desk)
