"""Collects the texts of the source into translations/*.ts and compiles them to *.qm, or checks that both are fresh.

The ``.qm`` files are committed, so that installing the program needs no Qt tools. No line numbers are written: a text
that only moved leaves the files as they are.

    python packaging/translations/update.py            write
    python packaging/translations/update.py --check    write nothing; exit 1 when something is stale or unfinished
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "translations"
SOURCES = ("app", "domain", "ui")
CHINESE = "pos_closeout_zh_CN"
PLURALS_ONLY = "pos_closeout_en"


def source_files() -> list[Path]:
    """Return the Python files that may hold on-screen texts, in a fixed order."""
    roots = [ROOT / "src" / "pos_closeout" / name for name in SOURCES]
    return sorted(file for root in roots for file in root.rglob("*.py"))


def qt_tool(name: str, *arguments: object) -> None:
    """Run a Qt tool of this virtual environment.

    Raises:
        subprocess.CalledProcessError: the tool failed; its words are on stderr.
    """
    tool = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([tool, *map(str, arguments)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def collect(folder: Path) -> None:
    """Bring the two ``.ts`` files in a folder up to the source."""
    usual = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-silent"]
    files = [file.relative_to(ROOT) for file in source_files()]
    qt_tool("lupdate", *usual, *files, "-ts", folder / f"{CHINESE}.ts", "-target-language", "zh_CN")
    qt_tool("lupdate", *usual, "-pluralonly", *files, "-ts", folder / f"{PLURALS_ONLY}.ts", "-target-language", "en")


def compile_all(folder: Path) -> None:
    """Write a ``.qm`` beside each ``.ts`` of a folder."""
    for source in sorted(folder.glob("*.ts")):
        qt_tool("lrelease", "-silent", source, "-qm", source.with_suffix(".qm"))


def unfinished(source: Path) -> list[str]:
    """Return the texts of a ``.ts`` file that have no finished translation."""
    messages = ET.parse(source).getroot().iter("message")
    return [message.findtext("source", "") for message in messages if not is_finished(message.find("translation"))]


def is_finished(translation: ET.Element | None) -> bool:
    """Return whether a translation is there, is not marked unfinished, and has no empty form."""
    if translation is None or translation.get("type") is not None:
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def stale(fresh: Path) -> list[str]:
    """Return the names of the committed files that differ from the fresh ones."""
    names = sorted(file.name for file in fresh.iterdir())
    return [name for name in names if not same(TRANSLATIONS / name, fresh / name)]


def same(one: Path, other: Path) -> bool:
    """Return whether both files exist and hold the same bytes."""
    return one.exists() and other.exists() and one.read_bytes() == other.read_bytes()


def problems() -> list[str]:
    """Return what is wrong with the committed translations, one line each, changing nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in TRANSLATIONS.glob("*.ts"):
            shutil.copy(source, folder)
        collect(folder)
        compile_all(folder)
        return [
            *(f"{name} is stale: run make translations" for name in stale(folder)),
            *(
                f"{source.name} has no finished translation of: {text}"
                for source in sorted(folder.glob("*.ts"))
                for text in unfinished(source)
            ),
        ]


def main() -> int:
    """Read the command line and do it; return the exit code."""
    parser = argparse.ArgumentParser(description="Collect and compile the on-screen texts.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when something is stale")
    if not parser.parse_args().check:
        TRANSLATIONS.mkdir(exist_ok=True)
        collect(TRANSLATIONS)
        compile_all(TRANSLATIONS)
        return 0
    found = problems()
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
