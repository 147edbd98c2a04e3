"""The set-up knows every system library that the Qt this program loads asks for."""

import subprocess
from pathlib import Path

import PySide6

QT = Path(PySide6.__file__).parent
MODULES = ("Core", "Gui", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg", "SvgWidgets", "Test", "Widgets")
PLUGINS = ("platforms/libqxcb", "platforms/libqoffscreen", "iconengines/*", "imageformats/*", "printsupport/*")
TABLE = Path(__file__).resolve().parents[2] / "resources" / "system-packages.txt"


def test_no_library_of_qt_is_missing_after_set_up() -> None:
    files = [QT / f"Qt{module}.abi3.so" for module in MODULES]
    files += [file for plugin in PLUGINS for file in QT.glob(f"Qt/plugins/{plugin}.so")]
    run = subprocess.run(["ldd", *files], capture_output=True, text=True, check=True)
    assert not [line.strip() for line in run.stdout.splitlines() if "not found" in line]


def test_every_line_of_the_table_has_a_kind_that_the_set_up_knows() -> None:
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert {kind for kind, _, _ in lines} == {"library", "command", "font", "test-command", "test-family"}
