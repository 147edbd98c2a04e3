"""Takes packages that are published as source only out of their archives, without running anything in them."""

import re
import tarfile
from pathlib import Path

from builder.fetch import fetch_archive
from builder.places import BuildError, Places

_BLOCK = re.compile(r"^(?=[\w.-]+==)", re.MULTILINE)
_PINNED = re.compile(r"([\w.-]+)==([^\s;]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def split_requirements(text: str) -> dict[str, str]:
    """Returns the text of each pinned package of a requirements file, hashes included, by its name."""
    blocks = [block for block in _BLOCK.split(text) if block.strip()]
    return {block.split("==")[0]: block for block in blocks}


def add_source(places: Places, requirement: str, module: str, target: Path) -> None:
    """Puts one module and what its archive says of itself where a wheel would have put them.

    Args:
        places: says where the archive is kept.
        requirement: pins version and hash, as it stands in the requirements file.
        module: the file of the archive that is the whole package.
        target: the folder with the unpacked wheels.

    Raises:
        BuildError: the requirement does not pin one archive, or the archive has no such file.
    """
    pinned, hashes = _PINNED.match(requirement), _HASH.findall(requirement)
    if pinned is None or len(hashes) != 1:
        raise BuildError(f"{module} has a wheel by now; take it out of module_from_source in pins.toml")
    project, version = pinned.groups()
    about = target / f"{project}-{version}.dist-info"
    about.mkdir()
    with tarfile.open(fetch_archive(places, project, version, hashes[0])) as archive:
        for name, file in ((module, target / module), ("PKG-INFO", about / "METADATA")):
            file.write_bytes(_read(archive, f"{project}-{version}/{name}"))


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name) if name in archive.getnames() else None
    if member is None:
        raise BuildError(f"{name} is not in the pinned archive")
    return member.read()
