"""Every text on the screen has its Chinese, with the same places to fill in and the same access keys."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ROOT / "translations" / "pos_closeout_zh_CN.ts"
PLACES = re.compile(r"%L?\d{1,2}|%n|\{[^{}]*\}|</?[a-z]+[^>]*>")
ACCESS_KEYS = re.compile(r"&(?=\w)")


def pairs() -> Iterator[tuple[str, str]]:
    """Yield each source text with its translation; one with plural forms once for each."""
    for message in ET.parse(CHINESE).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None, source
        assert translation.get("type") is None, f"unfinished: {source}"
        for form in translation.findall("numerusform") or [translation]:
            yield source, form.text or ""


def counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """Count what a pattern finds; && is a plain ampersand, not an access key."""
    return Counter(pattern.findall(text.replace("&&", "")))


def test_every_text_is_translated() -> None:
    assert not [source for source, translation in pairs() if not translation.strip()]


@pytest.mark.parametrize("pattern", [PLACES, ACCESS_KEYS], ids=["places", "access keys"])
def test_translations_keep_what_the_program_needs(pattern: re.Pattern[str]) -> None:
    assert not [pair for pair in pairs() if counted(pattern, pair[0]) != counted(pattern, pair[1])]


def test_no_text_stands_where_it_is_not_collected() -> None:
    # lupdate passes over what is asked for inside the braces of an f-string.
    hidden = [
        f"{file.name}:{inner.lineno}"
        for room in ("app", "domain", "ui")
        for file in (ROOT / "src/pos_closeout" / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute) and inner.attr in {"tr", "translate"}
    ]
    assert hidden == []


def test_every_text_is_looked_up_where_it_was_collected() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    contexts = [name.text or "" for name in ET.parse(CHINESE).getroot().iter("name")]
    assert not [name for name in contexts if not re.search(rf"class {re.escape(name)}\b|\"{re.escape(name)}\"", source)]
