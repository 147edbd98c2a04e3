"""The entry that starts the program with the computer, as each system wants it written."""

import configparser
import shlex
from pathlib import Path

import pytest

from pos_closeout.actions.autostart import Autostart, desktop_entry, is_switched_off, windows_line
from pos_closeout.domain.errors import CloseoutError


def test_the_file_comes_and_goes_and_what_is_there_is_what_is_said(tmp_path: Path) -> None:
    autostart = Autostart(
        tmp_path / "config" / "autostart" / "pos-closeout.desktop", ("/usr/bin/pos-closeout", "--tray")
    )
    assert not autostart.is_on()
    autostart.switch(on=True)
    assert autostart.is_on()
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys keep their case
    parser.read(autostart.file, encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert shlex.split(entry["Exec"]) == ["/usr/bin/pos-closeout", "--tray"]
    assert (entry["Type"], entry["Name[zh_CN]"]) == ("Application", "POS停机助手")
    autostart.switch(on=False)
    autostart.switch(on=False)
    assert not autostart.is_on()


def test_a_folder_with_odd_signs_is_one_argument() -> None:
    line = next(
        line for line in desktop_entry(("/o p/程序", '--data=a"$`\\%')).splitlines() if line.startswith("Exec=")
    )
    # First the escapes of the file, then the field codes, then the quotes of the command line.
    told = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    assert shlex.split(told.replace("\\$", "$").replace("\\`", "`")) == ["/o p/程序", '--data=a"$`\\%']


def test_windows_gets_the_program_in_quotes() -> None:
    assert windows_line(("C:\\a\\POS Closeout.exe", "--tray")) == '"C:\\a\\POS Closeout.exe" --tray'
    assert windows_line(("C:\\p.exe", "--tray", "--data", "D:\\my data")) == '"C:\\p.exe" --tray --data "D:\\my data"'


@pytest.mark.parametrize(
    ("approval", "off"),
    [
        (None, False),
        (b"", False),
        (bytes.fromhex("020000000000000000000000"), False),
        (bytes.fromhex("060000000000000000000000"), False),
        (bytes.fromhex("03000000a0b1c2d3e4f5d901"), True),
        (bytes.fromhex("07000000a0b1c2d3e4f5d901"), True),
    ],
)
def test_what_task_manager_has_switched_off_is_off(approval: bytes | None, off: bool) -> None:
    assert is_switched_off(approval) is off


def test_a_refusal_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("", encoding="utf-8")
    with pytest.raises(CloseoutError, match=r"autostart\.not_changed"):
        Autostart(tmp_path / "autostart" / "x.desktop", ("p",)).switch(on=True)
