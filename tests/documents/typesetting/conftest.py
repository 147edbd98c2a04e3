"""The real fonts, and a way to read a paper back."""

from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from pos_closeout.documents.typesetting import FlowBlock, Fonts, Meta, PageStyle, load_fonts, render

Read = Callable[[Iterable[FlowBlock]], pypdf.PdfReader]

META = Meta("POS终端撤机申请书", "和顺便利店", datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001 - a wall-clock time is meant


@pytest.fixture(scope="session")
def fonts(resources: Path) -> Fonts:
    return load_fonts(resources / "fonts")


@pytest.fixture
def read(fonts: Fonts) -> Read:
    """Draws a story on pages and opens the file."""

    def drawn(story: Iterable[FlowBlock]) -> pypdf.PdfReader:
        page = PageStyle(footer="TJ-2026-0007　第 1 版")
        return pypdf.PdfReader(BytesIO(render(story, fonts=fonts, meta=META, page=page)))

    return drawn
