"""Says what that is shipped has a newer version: repairs of holes come that way, and nothing here updates by itself."""

import json
import subprocess
from pathlib import Path

from builder.fetch import tool_python
from builder.places import BuildError, Places
from builder.runtime import ZIP_VARIABLE, carried_versions
from builder.wheels import fetched_wheels

# What an index of packages cannot know of: these come with the Python for Windows, and its zip is chosen by hand.
_CARRIED = f"python.org/downloads/windows; a newer embeddable zip goes in by {ZIP_VARIABLE}"


def what_is_behind(places: Places) -> str:
    """Returns a line for each thing that is carried by hand, and for each package with a newer version.

    Only what is shipped is asked about, of the index that pip is set to; nothing is fetched or changed.

    Raises:
        BuildError: nothing has been built yet, or the index does not answer.
    """
    runtime = places.payload / "runtime"
    if not runtime.is_dir():
        raise BuildError(f"{runtime} is not there. Type: make installer")
    lines = [f"{name} {version}: compare with {_CARRIED}" for name, version in carried_versions(runtime).items()]
    shipped = {folder.name.split("-")[0].lower() for folder in (places.payload / "lib").glob("*.dist-info")}
    command: list[str | Path] = [tool_python(places), "-m", "pip", "list", "--outdated", "--format", "json", "--path"]
    done = subprocess.run([*command, fetched_wheels(places)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildError(f"pip failed:\n{done.stderr[-2000:]}")
    return "\n".join([*lines, *outdated_lines(done.stdout, shipped)])


def outdated_lines(listed: str, shipped: set[str]) -> list[str]:
    """Returns what pip's list says of the packages that are shipped; what is fetched and left out does not count."""
    lines = [
        f"{each['name']} {each['version']}: {each['latest_version']} is there"
        for each in json.loads(listed)
        if each["name"].lower().replace("-", "_") in shipped
    ]
    return lines or ["every package is the newest"]
