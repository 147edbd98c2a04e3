"""Where data, resources and logs live on this machine. Looks only; nothing is created here."""

import sys
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_NAME = "POS Closeout"
_PORTABLE = "portable.txt"
"""Lies beside the executable of a copy that carries its records along, on a stick."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders the program works with.

    Attributes:
        data: the owner's database and its safety copies.
        resources: icons, fonts, guidance, letters and samples that come with the program.
        translations: the ``.qm`` files of the screen.
        logs: where a log may be written, inside ``data`` so that one folder holds everything.
        usual: whether ``data`` is where this machine keeps such things.
    """

    data: Path
    resources: Path
    translations: Path
    logs: Path
    usual: bool


def find_paths(data: Path | None = None) -> Paths:
    """Return the folders for this machine; ``data`` overrides the usual place (``--data``)."""
    folder = _usual_data_folder() if data is None else data.absolute()
    return Paths(
        data=folder,
        resources=_beside_package("resources"),
        translations=_beside_package("translations"),
        logs=folder / "logs",
        usual=data is None,
    )


def known_folders_file() -> Path:
    """Return the file outside every data folder that says which of them held data; not in the usual one either."""
    from platformdirs import user_config_path

    return user_config_path(f"{_NAME} Folders", appauthor=False) / "known-folders.json"


def package_folder() -> Path:
    """Return the folder of the program's package."""
    return _PACKAGE


def under_plain_python() -> bool:
    """Return whether a Python of the machine runs the program: a source checkout, or an installation with pip."""
    return Path(sys.executable).stem.lower().startswith("python")


def own_command() -> tuple[str, ...]:
    """Return what starts this program once more, beside itself and without the box its launcher shows for a failure."""
    if under_plain_python():
        # Nothing from the folder that happens to be current.
        return (sys.executable, "-P", "-X", "utf8", "-m", "pos_closeout")
    return (sys.executable, "--supervised")


def _usual_data_folder() -> Path:
    program = Path(sys.executable)
    if not under_plain_python() and program.with_name(_PORTABLE).is_file():
        return program.with_name("data")
    # Imported here: --data and the tests do without it, and it costs 9 ms of the start.
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def _beside_package(name: str) -> Path:
    """Return a folder inside the installed package, or the repository's top-level one in a source checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name
