"""A Word-compatible program opens the filled files and shows the values, where one is installed."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from pos_closeout.domain.forms.form import written
from pos_closeout.domain.forms.matching import match
from pos_closeout.forms.reading import fill, read_form
from tests.forms.sample_forms import FILLED, SAMPLES, sample_values, vocabulary

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(300)
def test_an_office_program_shows_the_values_of_every_filled_file(tmp_path: Path) -> None:
    wanted: dict[str, list[str]] = {}
    for name in FILLED:
        if name.endswith(".pdf"):
            continue
        read = read_form(SAMPLES / name)
        values = written(match(read.form, vocabulary(), sample_values()))
        (tmp_path / name).write_bytes(fill(read, values).data)
        wanted[name] = [value for value in values.values() if value != "✓"]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = map(str, tmp_path.glob("S*"))
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for name, expected in wanted.items():
        pages = pypdf.PdfReader((tmp_path / name).with_suffix(".pdf")).pages
        shown = "".join("".join(page.extract_text().split()) for page in pages)
        assert [value for value in expected if "".join(value.split()) not in shown] == [], name
