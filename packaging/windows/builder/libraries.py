"""Checks that every library a shipped file loads is shipped too or part of every Windows."""

import re
from fnmatch import fnmatch

from builder.files import all_files
from builder.places import BuildError, Places
from builder.toolbox import run_tool

_LOADED = re.compile(r"^(\S.*):\s+file format|^\s+DLL Name: (\S+)", re.MULTILINE)


def check_libraries(places: Places) -> int:
    """Returns how many executables were looked at.

    Wine answers for libraries that Windows does not have, so a start under Wine proves nothing here.

    Raises:
        BuildError: names every file with a library that is neither shipped nor Windows' own.
    """
    files = [name for name in all_files(places.payload) if name.suffix in (".exe", ".dll", ".pyd")]
    shipped = {name.name.lower() for name in files}
    said = run_tool(places, places.payload, ["x86_64-w64-mingw32-objdump", "-p", *map(str, files)])
    missing = missing_libraries(said, shipped, places.pins["system"]["libraries"])
    if missing:
        raise BuildError("not shipped and not part of Windows:\n" + "\n".join(missing))
    return len(files)


def missing_libraries(said: str, shipped: set[str], system: list[str]) -> list[str]:
    """Returns "file: library" for every import in the output of objdump that nothing answers."""
    missing, file = [], ""
    for found in _LOADED.finditer(said):
        if found[1]:
            file = found[1]
        elif found[2].lower() not in shipped and not any(fnmatch(found[2].lower(), known) for known in system):
            missing.append(f"{file}: {found[2]}")
    return missing
