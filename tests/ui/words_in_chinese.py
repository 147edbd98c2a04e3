"""What the screen calls things in Chinese, by what it calls them in English."""

import tomllib
import xml.etree.ElementTree as ET
from functools import cache

from pos_closeout.paths import find_paths


@cache
def chinese() -> dict[str, str]:
    """Return the Chinese of every English text of the screen and of the guidance."""
    paths = find_paths(None)
    words: dict[str, str] = {}
    for file in (paths.resources / "guidance").glob("*.toml"):
        words |= _pairs(tomllib.loads(file.read_text(encoding="utf-8")))
    # Last: what the screen calls a thing goes before what a paper calls it.
    words |= _pairs(tomllib.loads((paths.resources / "guidance" / "names.toml").read_text(encoding="utf-8")))
    for message in ET.parse(paths.translations / "pos_closeout_zh_CN.ts").iter("message"):  # our own file
        source, told = (message.findtext(name) or "" for name in ("source", "translation"))
        words[source.replace("&", "")] = told.replace("&", "").partition("(")[0] if "&" in source else told
    return words


@cache
def paper_names() -> dict[str, dict[str, str]]:
    """Return the short names of the papers by kind and language."""
    read = (find_paths(None).resources / "letters" / "papers.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(read)["short"])


def _pairs(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        if value.keys() == {"zh", "en"} and isinstance(value["en"], str):
            return {value["en"]: value["zh"]}
        value = list(value.values())
    found: dict[str, str] = {}
    for each in value if isinstance(value, list) else ():
        found |= _pairs(each)
    return found
