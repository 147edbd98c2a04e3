"""Goes through the installer's and the uninstaller's screens by keyboard, as an owner would, and photographs them."""

import time

from proof.desk import CHINESE, ENGLISH, PROGRAM, Desk
from proof.steps import SETUP, files_below, require

_TITLES = {CHINESE: "POS停机助手", ENGLISH: "POS Closeout"}
_PAGES = ("welcome", "licences", "choices", "folder")


def install_in_chinese(desk: Desk) -> str:
    """All Chinese screens, Enter from beginning to end; the program opens at the end."""
    return _install(desk, CHINESE)


def install_in_english(desk: Desk) -> str:
    """All English screens; a Windows that is not Chinese is asked for the language first."""
    return _install(desk, ENGLISH)


def _install(desk: Desk, language: str) -> str:
    desk.speak(language)
    short = language[:2]
    setup = desk.start(SETUP)
    title = _TITLES[language]
    if language == ENGLISH:
        window = desk.wait_for_window("Installer Language|Language|语言")
        time.sleep(0.5)
        desk.photograph("setup-en-language")
        desk.press(window, "Return")
    for page in _PAGES:
        window = desk.wait_for_window(title)
        time.sleep(2.0)
        desk.photograph(f"setup-{short}-{page}")
        desk.press(window, "Return")
    desk.wait((desk.installed / "uninstall.exe").exists, "the files")
    time.sleep(4.0)
    window = desk.wait_for_window(title)
    desk.photograph(f"setup-{short}-finished")
    desk.press(window, "Return")
    setup.wait(timeout=60)
    time.sleep(8.0)
    desk.photograph(f"setup-{short}-opened")
    exe = "C:\\users\\张三 丰\\AppData\\Local\\Programs\\POS Closeout\\" + PROGRAM
    desk.run(desk.installed / "setup-helper.exe", "close", exe)
    desk.settle()
    return "photographed"


def uninstall_by_hand(desk: Desk) -> str:
    """The uninstaller asks before it deletes the records; the answer of the default button keeps them."""
    desk.speak(CHINESE)
    before = files_below(desk.data)
    desk.start(desk.installed / "uninstall.exe")
    window = desk.wait_for_window("POS停机助手")
    time.sleep(1.0)
    desk.photograph("uninstall-zh-confirm")
    desk.press(window, "Return")
    desk.wait(lambda: not desk.installed.exists(), "the program's folder to go")
    time.sleep(1.5)
    desk.photograph("uninstall-zh-question")
    window = desk.wait_for_window("POS停机助手")
    desk.press(window, "Return")
    time.sleep(1.5)
    desk.photograph("uninstall-zh-finished")
    window = desk.wait_for_window("POS停机助手")
    desk.press(window, "Return")
    desk.settle()
    require(before and files_below(desk.data) == before, "the records were touched")
    return "asked, kept"
