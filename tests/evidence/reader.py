"""A strict reader of bags by the text of RFC 8493, written apart from the program that makes them."""

import hashlib
import re
from pathlib import Path


class NotABagError(Exception):
    """The folder is no valid bag."""


def read_bag(bag: Path) -> dict[str, str]:
    """Return the entries of bag-info.txt of a complete and valid bag.

    Raises:
        NotABagError: for anything RFC 8493 does not allow.
    """
    declared = (bag / "bagit.txt").read_bytes()
    if re.fullmatch(rb"BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?", declared) is None:
        raise NotABagError("bagit.txt")
    there = {path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()}
    payload = {path for path in there if path.startswith("data/")}
    manifests = sorted(path for path in there if re.fullmatch(r"manifest-\w+\.txt", path))
    if not manifests or not (bag / "data").is_dir():
        raise NotABagError("no manifest or no payload folder")
    for name in manifests:
        # RFC 8493, 3: every payload file is listed in every manifest.
        if _checked(bag, name) != payload:
            raise NotABagError(name)
    for name in sorted(path for path in there if path.startswith("tagmanifest-")):
        listed = _checked(bag, name)
        if not listed <= there or any(path.startswith("tagmanifest-") for path in listed):
            raise NotABagError(name)
        if there - payload - {path for path in there if path.startswith("tagmanifest-")} != listed:
            raise NotABagError(name)
    info = _tags((bag / "bag-info.txt").read_text(encoding="utf-8"))
    size = sum((bag / path).stat().st_size for path in payload)
    if info.get("Payload-Oxum") != f"{size}.{len(payload)}":
        raise NotABagError("Payload-Oxum")
    return info


def _checked(bag: Path, manifest: str) -> set[str]:
    algorithm = manifest.rpartition("-")[2].removesuffix(".txt")
    listed = set()
    for line in (bag / manifest).read_text(encoding="utf-8").splitlines():
        told = re.fullmatch(r"([0-9a-fA-F]+)[ \t]+(\S.*)", line)
        if told is None or told[2] in listed or told[2].startswith("/") or ".." in told[2].split("/"):
            raise NotABagError(line)
        path = re.sub("%0[aA]", "\n", re.sub("%0[dD]", "\r", told[2])).replace("%25", "%")
        if not (bag / path).is_file():
            raise NotABagError(path)
        if hashlib.new(algorithm, (bag / path).read_bytes()).hexdigest() != told[1].lower():
            raise NotABagError(path)
        listed.add(path)
    return listed


def _tags(text: str) -> dict[str, str]:
    found = {}
    for line in text.splitlines():
        label, colon, value = line.partition(": ")
        if not colon:
            raise NotABagError(line)
        found[label] = value
    return found
