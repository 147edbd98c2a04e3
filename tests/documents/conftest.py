"""What the tests of papers share: fonts and words, loaded once, and a way to read a PDF back."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pos_closeout.documents.drawings import load_fonts
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording, load_wording


@pytest.fixture(scope="session")
def fonts(resources: Path) -> Fonts:
    return load_fonts(resources / "fonts")


@pytest.fixture(scope="session")
def wording(resources: Path) -> Wording:
    return load_wording(resources / "letters")


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], str]:
    """Return the text of a PDF without blanks and line ends, so that a field is found wherever its line broke."""

    def text(pdf: bytes) -> str:
        pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        return re.sub(r"\s", "", "".join(pages))

    return text
