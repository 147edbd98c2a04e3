"""One word for one thing on screen and paper, and a short text says the same wherever it has the same Chinese.

The words stand in ``words.toml``; nothing but files is read here.
"""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ROOT / "translations" / "pos_closeout_zh_CN.ts"
WORDS = tomllib.loads((ROOT / "tests/packaging/words.toml").read_text("utf-8"))
QUOTED = {"laws", "rules"}  # words of the law are its own
SHOWN_BY = {
    *("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription"),
    *("setTitle", "setLabelText", "addAction", "addTab", "QLabel", "QPushButton", "QAction", "QCheckBox", "label"),
}


def screen() -> Iterator[tuple[str, str, str]]:
    """Yield context, English and Chinese of each text on the screen."""
    for context in ET.parse(CHINESE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            form = translation.find("numerusform")
            chinese = (translation if form is None else form).text or ""
            yield context.findtext("name", ""), message.findtext("source", ""), chinese


def leaves(value: Any, language: str) -> Iterator[str]:
    """Yield each text in one language that stands in a table of a TOML file."""
    if isinstance(value, list):
        for each in value:
            yield from leaves(each, language)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == language:
                yield from [each] if isinstance(each, str) else map(str, each)
            else:
                yield from leaves(each, language)


def texts(room: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the file and each text of ``resources/<room>`` in a language."""
    for file in sorted((ROOT / "resources" / room).glob("*.toml")):
        if file.stem not in QUOTED:
            for text in leaves(tomllib.loads(file.read_text("utf-8")), language):
                yield file.name, text


def said(part: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield where and what is said: on the screen and in the guidance, and for ``everywhere`` in the letters."""
    for context, english, chinese in screen():
        yield context, chinese if language == "zh" else english
    for room in ("guidance", "letters") if part == "everywhere" else ("guidance",):
        yield from texts(room, language)


@pytest.mark.parametrize(("part", "language"), [("screen", "zh"), ("screen", "en"), ("everywhere", "zh")])
def test_no_word_comes_back_that_another_took_the_place_of(part: str, language: str) -> None:
    patterns = {re.compile(word): instead for word, instead in WORDS[part][language].items()}
    assert not [
        f"{where}: {text} (say {instead})"
        for where, text in said(part, language)
        for pattern, instead in patterns.items()
        if pattern.search(re.sub("印着“[^”]*”", "", text))
    ]


def test_a_short_text_with_one_translation_was_read_in_every_place() -> None:
    places = defaultdict(list)
    for context, english, chinese in screen():
        if len(english.replace("&", "").split()) <= 2 and re.search("[A-Za-z]{2}", english):
            places[english, chinese].append(context)
    shared = {english for (english, _), contexts in places.items() if len(contexts) > 1}
    assert shared - set(WORDS["one_sense"]["texts"]) == set()


def test_a_button_never_bears_the_name_of_a_phase() -> None:
    phases = {chinese for context, english, chinese in screen() if context == "Rail" and english in {"Stop", "Close"}}
    assert phases == {"停机", "收尾"}
    assert not [(context, english) for context, english, chinese in screen() if chinese in phases and context != "Rail"]


def test_every_english_text_quotes_in_english() -> None:
    sources = [("screen", english) for _, english, _ in screen()]
    assert not [
        (where, text)
        for where, text in [*sources, *texts("guidance", "en")]
        for quoted in re.findall("“([^”]*)”", text)
        if re.search("[\u4e00-\u9fff]", quoted)
    ]


def test_no_text_is_shown_that_nobody_can_translate() -> None:
    shown = [
        f"{file.name}:{call.lineno} {call.args[0].value}"
        for room in ("app", "ui")
        for file in (ROOT / "src/pos_closeout" / room).rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        if (call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")) in SHOWN_BY
        if re.search("[A-Za-z\u4e00-\u9fff]{2}", str(call.args[0].value))
        if isinstance(call.args[0].value, str)
    ]
    assert shown == []
