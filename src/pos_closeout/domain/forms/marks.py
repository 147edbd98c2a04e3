"""The places inside one text: rules, fields, boxes, days to fill in, and the room behind a colon."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from pos_closeout.domain.forms.form import FIELD, Passage, PlaceKind

TICKED = "■☑☒✓✔√●◉"
BOXES = "□☐◻▢❑❏○◯"
_SPACE = r"[ \t\u3000\u00a0]"
_ROOM = rf"(?:_|{FIELD}|{_SPACE})"
_DAY = re.compile(rf"(?P<y>{_ROOM}*)年(?P<m>{_ROOM}+)月(?P<d>{_ROOM}+)日")
_BOX = re.compile(rf"(?<![〇○一二三四五六七八九零])[{BOXES}]|[\[［【]{_SPACE}*[\]］】]|[(（]{_SPACE}+[)）]")
_RULE = re.compile(rf"_{{2,}}(?:{_SPACE}?_{{2,}})*|{FIELD}")
_NOT_A_GAP = rf"[_{FIELD}{BOXES}{TICKED}\[［【(（ \t\u3000\u00a0]"
_GAP = re.compile(rf"(?<=[:：])(?:{_SPACE}{{2,}}(?!{_NOT_A_GAP})|{_SPACE}*(?=\n|$))")
_UNIT = re.compile(
    rf"^(?P<before>{_ROOM}*(?:共|人民币|rmb|[¥￥])?)(?P<gap>{_ROOM}*)(?P<after>(?:元|台|个|张|份|部)?(?:整|人民币)?{_SPACE}*)$",
    re.IGNORECASE,
)
_APART = re.compile(rf"{_SPACE}{{2,}}|\n|[；;]")
_UNITS = re.compile(rf"^(?:{_SPACE}|元|台|个|张|份|部|日|月|年|人民币|整|[,，、;；。.()（）])*$")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One place in a text.

    Attributes:
        start: its first character.
        end: the character after it.
        kind: what goes there.
        names: what may be its name, the longest reading first; empty when nothing stands before it.
        clear: whether the name is all that stands between it and the place before.
        group: for a box: number of its group; for the parts of one day the same number.
        word: for a box: the word beside it.
        ticked: for a box: a box of its group has a tick already.
    """

    start: int
    end: int
    kind: PlaceKind
    names: tuple[str, ...] = ()
    clear: bool = True
    group: int = 0
    word: str = ""
    ticked: bool = False


def shape(passage: Passage) -> str:
    """Return the text with every kind of empty rule written alike; it keeps its length."""
    signs = list(passage.text.replace("＿", "_").replace("\v", "\n"))
    for start, end in passage.ruled:
        for at in range(start, end):
            if signs[at] in " \t\u3000\u00a0":
                signs[at] = "_"
    text = "".join(signs)
    return re.sub(r"\.{5,}|…{2,}", lambda found: "_" * len(found[0]), text)


def width(text: str) -> int:
    """Return how wide a text is, in widths of a figure."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def room_of(passage: Passage, mark: PlaceMark) -> float | None:
    """Return how much fits into a place, in widths of a figure; ``None`` where it grows."""
    if not passage.edges:
        return None
    open_ended = mark.end >= len(passage.text.rstrip()) or mark.end == mark.start
    end = passage.right if open_ended else passage.edges[mark.end]
    return max(0.0, end - passage.edges[mark.start])


def whole_mark(passage: Passage) -> PlaceMark | None:
    """Return the place that a cell with nothing but room, or with a unit, is; ``None`` for any other."""
    text = shape(passage)
    if FIELD in text and not text.replace(FIELD, "").strip(" _\n\t\u3000"):
        at = text.index(FIELD)
        return PlaceMark(at, at + 1, PlaceKind.TEXT) if text.count(FIELD) == 1 else None
    if not text.strip(" \t\n\u3000\u00a0"):
        return PlaceMark(0, len(text), PlaceKind.TEXT)
    found = _UNIT.match(text)
    if found is None or FIELD in text or "\n" in text:
        return None
    start = found.end("before")
    if not found["before"].strip(" _\t\u3000"):
        start = 0
    return PlaceMark(start, found.end("gap"), PlaceKind.TEXT)


def marks(passage: Passage) -> tuple[PlaceMark, ...]:
    """Return the places inside a text, in order."""
    text = shape(passage)
    taken: list[tuple[int, int]] = []
    found: list[PlaceMark] = []
    for number, day in enumerate(_DAY.finditer(text), 1):
        before = text[: day.start()].rstrip()
        if day["y"] == "" and before and not before.endswith((":", "：", "20", "期")):
            continue
        taken.append(day.span())
        kinds = {"y": PlaceKind.YEAR, "m": PlaceKind.MONTH, "d": PlaceKind.DAY}
        found += [PlaceMark(*day.span(part), kind, group=number) for part, kind in kinds.items()]
    for pattern, kind in ((_BOX, PlaceKind.BOX), (_RULE, PlaceKind.TEXT), (_GAP, PlaceKind.TEXT)):
        for each in pattern.finditer(text):
            if not any(each.start() < end and start < max(each.end(), each.start() + 1) for start, end in taken):
                taken.append(each.span())
                found.append(PlaceMark(*each.span(), kind))
    return _named(text, sorted(found, key=lambda mark: (mark.start, mark.end)))


def _named(text: str, found: list[PlaceMark]) -> tuple[PlaceMark, ...]:
    named: list[PlaceMark] = []
    behind = _words_before(text, found)
    names: tuple[str, ...] = ()
    group, before = 0, 0
    clear = True
    for number, mark in enumerate(found):
        between = text[before : mark.start]
        first = mark.kind is PlaceKind.BOX and _begins_group(between, number, found, words_before=behind)
        if mark.kind is not PlaceKind.BOX and not (number and mark.group and found[number - 1].group == mark.group):
            names, clear = _names(between)
        elif first:
            names, clear = _names(_before_word(between) if behind else between)
            group += 1
        if mark.kind is PlaceKind.BOX:
            word = _word(between, last=True) if behind else _word(text[mark.end : _next(text, found, number)])
            named.append(PlaceMark(mark.start, mark.end, mark.kind, names, clear, group, word))
        else:
            named.append(PlaceMark(mark.start, mark.end, mark.kind, names, clear, mark.group))
        before = mark.end
    return _with_ticks(text, named)


def _with_ticks(text: str, named: list[PlaceMark]) -> tuple[PlaceMark, ...]:
    ticked = any(sign in text for sign in TICKED)
    if not ticked:
        return tuple(named)
    return tuple(
        PlaceMark(each.start, each.end, each.kind, each.names, each.clear, each.group, each.word, ticked=True)
        if each.kind is PlaceKind.BOX
        else each
        for each in named
    )


def _begins_group(between: str, number: int, found: list[PlaceMark], *, words_before: bool) -> bool:
    if number == 0 or found[number - 1].kind is not PlaceKind.BOX:
        earlier = any(mark.kind is PlaceKind.BOX for mark in found[:number])
        return not earlier or ":" in unicodedata.normalize("NFKC", between)
    tail = between.rstrip()
    return (":" in unicodedata.normalize("NFKC", tail)) if words_before else tail.endswith((":", "："))


def _words_before(text: str, found: list[PlaceMark]) -> bool:
    """Tell whether the word of every box stands before it: nothing stands behind the last one."""
    boxes = [mark for mark in found if mark.kind is PlaceKind.BOX]
    if not boxes or text[boxes[-1].end :].strip():
        return False
    first = re.split("[:：]", text[: boxes[0].start])[-1]
    return bool(first.strip()) and all(text[one.end : two.start].strip() for one, two in pairwise(boxes))


def _before_word(between: str) -> str:
    return between[: max(between.rfind(":"), between.rfind("：")) + 1]


def _word(text: str, *, last: bool = False) -> str:
    parts = [part for part in _APART.split(text.strip(" \t\u3000")) if part.strip()]
    if not parts:
        return ""
    return re.split("[:：]", parts[-1])[-1] if last else parts[0].strip()


def _next(text: str, found: list[PlaceMark], number: int) -> int:
    ends = [found[number + 1].start] if number + 1 < len(found) else []
    ends += [at for at in (text.find(sign, found[number].end) for sign in TICKED) if at >= 0]
    return min([*ends, len(text)])


def _names(between: str) -> tuple[tuple[str, ...], bool]:
    """Return what may be the name of a place, from what stands between it and the place before."""
    text = (
        between.rpartition("\n")[2] if between.rpartition("\n")[2].strip() else between.rstrip("\n").rpartition("\n")[2]
    )
    text = re.split("[。！!？?]", text)[-1]
    stripped = text.strip(" \t\u3000,，、;；")
    if not stripped:
        return (), True
    whole = re.sub(r"^(?:元|台|个|份)(?:整)?[\s\u3000]+", "", stripped)
    readings = [whole]
    parts = [part for part in _APART.split(whole) if part.strip()]
    readings += ["".join(parts[at:]) for at in range(1, len(parts))]
    clear = len(parts) <= 1 or all(_UNITS.match(part) for part in parts[:-1])
    names = tuple(each.strip(" \t\u3000:：,，") for each in readings if len(each) <= _LONGEST_NAME)
    return tuple(name for name in names if name), clear
