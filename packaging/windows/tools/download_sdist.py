"""Downloads one source archive with pip's own index, settings and certificates, and runs nothing that is in it.

`pip download` runs an archive's setup script to read its name. pip's parts are used here instead, of the pip that
requirements.txt pins. usage: download_sdist.py PROJECT VERSION FILE
"""

import shutil
import sys
import tempfile
from pathlib import Path

from pip._internal.commands import create_command
from pip._internal.network.download import Downloader
from pip._vendor.packaging.specifiers import SpecifierSet


def download(project: str, version: str, file: Path) -> None:
    """Fetches the source archive of exactly this version; the caller checks its hash."""
    command = create_command("download")
    options, _ = command.parse_args(["--no-deps", "--no-binary", ":all:", project])
    with command.main_context(), tempfile.TemporaryDirectory() as folder:
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)  # noqa: SLF001 - pip offers no public way
        best = finder.find_best_candidate(project, SpecifierSet(f"=={version}")).best_candidate
        if best is None:
            sys.exit(f"the package index has no {project} {version}")
        fetched, _ = Downloader(session, "off")(best.link, folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fetched, file)


if __name__ == "__main__":
    download(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
