"""The people in a file of vCards (RFC 6350, 2426, and version 2.1 as phones write it).

A card is read for four of its lines. Libraries for vCards refuse what version 2.1 allows and phones write: parameters
without a name, and quoted-printable text that goes on in the next line.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from pos_closeout.domain.case.address_book import Contact
from pos_closeout.domain.file_limits import MAX_CARD_LINE, MAX_CARD_LINES

# Possessive, so that a line made for it cannot keep the reader busy.
_LINE = re.compile(
    r"(?:[\w-]++\.)?(?P<name>[A-Za-z-]++)(?P<parameters>(?:;(?:[^:;\"]++|\"[^\"]*+\")*+)*+):(?P<value>.*)"
)
_WANTED = re.compile(r"(?:[\w-]{1,40}\.)?(?:BEGIN|END|FN|N|ORG|TEL|EMAIL)[;:]", re.IGNORECASE)
_LONGEST_PARAMETERS = 400
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_CHINESE = re.compile("[\u3400-\u9fff]")

Lines = dict[str, list[tuple[str, str]]]
"""Parameters in upper case and value of the lines of each name, in their order."""


def is_cards(text: str) -> bool:
    """Return whether a text begins as a file of vCards."""
    return text.lstrip("\ufeff \t\r\n")[:11].upper() == "BEGIN:VCARD"


def read_cards(text: str) -> Iterator[Contact]:
    """Yield somebody for each card, in the order of the file; cards without a name keep what else they have."""
    number, lines = 0, Lines()
    for line in _unfolded(text.splitlines()):
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        name, value = found["name"].upper(), found["value"]
        if name == "BEGIN":
            number, lines = number + 1, {}
        elif name == "END":
            yield Contact(_name(lines), _phone(lines), next(iter(_values(lines, "EMAIL")), ""), number)
            lines = {}
        else:
            parameters = found["parameters"].upper()
            lines.setdefault(name, []).append((parameters, _decoded(parameters, value)))


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Join what goes on in the next line: after a blank, or after the = at the end of quoted-printable text.

    Pictures, notes and the like are left out as they come, and nothing is joined beyond ``MAX_CARD_LINE``.
    """
    parts: list[str] = []
    wanted = soft = False
    room = 0
    for line in islice(lines, MAX_CARD_LINES):
        folded = line[:1] in {" ", "\t"}
        if not folded and not (soft and parts and parts[-1].endswith("=")):
            yield "".join(parts)
            wanted = _WANTED.match(line) is not None
            soft = "QUOTED-PRINTABLE" in line[:_LONGEST_PARAMETERS].upper()
            parts, room = [line] if wanted or soft else [], MAX_CARD_LINE
        elif parts and not folded and room <= 0:
            # Only its last part is kept, which says whether it goes on.
            parts = [line]
        elif parts and room > 0:
            room -= len(line)
            if folded:
                parts.append(line[1:])
            else:
                parts[-1] = parts[-1][:-1]
                parts.append(line)
    yield "".join(parts)


def _decoded(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        charset = re.search(r"CHARSET=\"?([\w-]+)", parameters)
        try:
            return quopri.decodestring(value.encode()).decode(charset[1] if charset else "utf-8", "replace")
        except (LookupError, ValueError):
            # A set of signs that nobody knows, or one that is no set of signs, such as idna.
            return ""
    return value


def _name(lines: Lines) -> str:
    whole = next(iter(_values(lines, "FN")), "")
    if whole:
        return whole
    for _, value in lines.get("N", []):
        family, given = (*(_plain(part) for part in re.split(r"(?<!\\);", value)), "", "")[:2]
        joined = f"{family}{given}" if _CHINESE.search(family + given) else f"{given} {family}"
        if joined.strip():
            return joined.strip()
    return next((value.split(";")[0] for value in _values(lines, "ORG")), "")


def _phone(lines: Lines) -> str:
    """Return the mobile phone, or else the first number that is no fax."""
    numbers = [(parameters, _plain(value)) for parameters, value in lines.get("TEL", []) if "FAX" not in parameters]
    best = next((value for parameters, value in numbers if "CELL" in parameters and value), "")
    return (best or next((value for _, value in numbers if value), "")).removeprefix("tel:")


def _values(lines: Lines, name: str) -> Iterator[str]:
    return filter(None, (_plain(value) for _, value in lines.get(name, [])))


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value).strip()
