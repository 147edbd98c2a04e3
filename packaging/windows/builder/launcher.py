"""Compiles `POS Closeout.exe`, its twin for a console and the installer's helper with the cross compiler."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from builder.files import fresh_folder
from builder.places import WINDOWS, Places
from builder.toolbox import run_tool

PROGRAM = "POS Closeout.exe"
CONSOLE = "pos-closeout-cli.exe"
HELPER = "setup-helper.exe"


@dataclass(frozen=True, slots=True)
class _Executable:
    sources: tuple[str, ...]
    name: str
    description: str
    manifest: bool
    console: bool = False


_HELPER_SOURCES = ("setup_helper.c", "setup_files.c", "setup_list.c")
_EXECUTABLES = (
    _Executable(("launcher.c",), PROGRAM, "POS Closeout · POS停机助手", manifest=True),
    _Executable(("launcher.c",), CONSOLE, "POS Closeout, command line", manifest=True, console=True),
    _Executable(_HELPER_SOURCES, HELPER, "POS Closeout Setup Helper", manifest=False),
)


def add_launcher(places: Places) -> None:
    """Puts every executable into the top folder of the payload; no date gets into them."""
    work = fresh_folder(places.build / "launcher")
    for file in (WINDOWS / "launcher").iterdir():
        shutil.copy(file, work)
    shutil.copy(places.program / "resources" / "icons" / "app.ico", work)
    for executable in _EXECUTABLES:
        _write_header(places, work / "build.h", executable)
        _compile(places, executable)
        shutil.copy(work / executable.name, places.payload)


def _write_header(places: Places, header: Path, executable: _Executable) -> None:
    numbers = places.version.replace(".", ",")
    lines = [
        f'#define VERSION "{places.version}"',
        f"#define VERSION_NUMBERS {numbers},0",
        f'#define DESCRIPTION "{executable.description}"',
        f'#define FILE_NAME "{executable.name}"',
    ]
    if executable.manifest:
        lines.append("#define WITH_MANIFEST")
    if executable.console:
        lines.append("#define CONSOLE")
    header.write_text("\n".join([*lines, ""]), "utf-8")


def _compile(places: Places, executable: _Executable) -> None:
    work = places.build / "launcher"
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
    compiler += [
        "-municode",
        "-mconsole" if executable.console else "-mwindows",
        "-static",
        "-s",
        "-Wl,--no-insert-timestamp",
    ]
    run_tool(places, work, ["x86_64-w64-mingw32-windres", "launcher.rc", "resources.o"])
    libraries = ["-lole32", "-luuid", "-lshell32"]
    run_tool(places, work, [*compiler, *executable.sources, "resources.o", "-o", executable.name, *libraries])
