"""What the names on a form mean: equal to a known name, never by containing one."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ACCOUNT = "settlement.account_full"
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、](?!\d)|第?[①-⑳])+")
_LEFT_OUT = re.compile(r"[\s*:.·★☆…_'\"“”]+")
_BRACKET = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_HARMLESS = frozenset(
    (
        "必填",
        "选填",
        "如有",
        "全称",
        "元",
        "人民币",
        "rmb",
        "台",
        "如实填写",
        "与营业执照一致",
        "同营业执照",
        "15位",
        "8位",
    )
)
_LATIN_TAIL = re.compile(r"^(.*[㐀-鿿)])\s*([a-z][a-z0-9 ()/&.,'#-]*)$")
_LATIN_HEAD = re.compile(r"^([a-z][a-z0-9 ()/&.,'-]*?)\s*([㐀-鿿].*)$")


@dataclass(frozen=True, slots=True)
class FormVocabulary:
    """The words of forms, all in plain form. ``resources/forms/names.toml`` explains the parts.

    Attributes:
        sure: names by what they mean.
        unsure: names that are only proposed.
        each: fields that every terminal has.
        suffixes: endings of names that are only proposed.
        prefixes: what may be taken off a name that is then only proposed.
        choices: names of groups of boxes.
        boxes: what the word beside a box stands for, by group.
        words: the words of other people's parts, by list.
    """

    sure: Mapping[str, str]
    unsure: Mapping[str, str]
    each: frozenset[str]
    suffixes: tuple[tuple[re.Pattern[str], str], ...]
    prefixes: tuple[str, ...]
    choices: Mapping[str, str]
    boxes: Mapping[str, Mapping[str, str]]
    words: Mapping[str, tuple[str, ...]]

    def has(self, kind: str, text: str) -> bool:
        """Tell whether a text contains a word of a list."""
        found = plain(text) if text.strip() else ""
        return bool(found) and any(word in found for word in self.words[kind])


@dataclass(frozen=True, slots=True)
class Name:
    """What a name on a form means.

    Attributes:
        field: id of the field, empty when it is not known.
        sure: whether it equals a known name.
        new: it asks for a value to come.
        old: it asks for the value before a change.
        mixed: it asks for two things, or for something of somebody else.
    """

    field: str = ""
    sure: bool = False
    new: bool = False
    old: bool = False
    mixed: bool = False


@dataclass(slots=True)
class _Half:
    chinese: str = ""
    latin: str = ""
    whole: bool = field(default=False)


def plain(name: str) -> str:
    """Return a name as names are compared: NFKC, lower case, without spaces, numbering, stars and colons."""
    text = unicodedata.normalize("NFKC", name).strip().lstrip("*★☆ ").lower()
    text = _NUMBERING.sub("", text)
    return _LEFT_OUT.sub("", text)


def meaning(name: str, vocabulary: FormVocabulary) -> Name:
    """Return what a name means."""
    return _known(name, vocabulary) or _changed(name, vocabulary) or _guessed(plain(name), vocabulary)


def choice_of(name: str, vocabulary: FormVocabulary) -> str:
    """Return which group of boxes a name stands for, empty when none."""
    for text in _spellings(name):
        if text in vocabulary.choices:
            return vocabulary.choices[text]
        bare = _BRACKET.sub("", text)
        if bare in vocabulary.choices and _harmless(_inside(text)):
            return vocabulary.choices[bare]
    return ""


def box_value(word: str, choice: str, vocabulary: FormVocabulary) -> str:
    """Return the value that the word beside a box stands for, empty when none."""
    values = vocabulary.boxes[choice]
    return next((values[text] for text in _spellings(word.strip(" /、,，;；。")) if text in values), "")


def _known(name: str, vocabulary: FormVocabulary) -> Name | None:
    text = plain(name)
    found = _exact(text, vocabulary)
    if found is not None:
        return found
    halves = _halves(name)
    one = _exact(halves.chinese, vocabulary) if halves.chinese else None
    other = _exact(halves.latin, vocabulary) if halves.latin else None
    if _is_new(halves.latin) or (one and other and one.field != other.field):
        return None if one is None or _is_new(halves.latin) else Name(one.field)
    return one or (other if not halves.chinese or halves.whole else other and Name(other.field))


def _exact(text: str, vocabulary: FormVocabulary) -> Name | None:
    """Return what a text means as it is, and without a bracket that changes nothing."""
    for each in (text, re.sub(r"[()\[\]【】]", "", text)):
        if each in vocabulary.sure:
            return Name(vocabulary.sure[each], sure=True)
        if each in vocabulary.unsure:
            return Name(vocabulary.unsure[each])
    bare = _BRACKET.sub("", text)
    if bare == text or bare not in vocabulary.sure:
        return None
    found, inside = vocabulary.sure[bare], _inside(text)
    if _harmless(inside) or all(vocabulary.sure.get(each) == found for each in inside):
        return Name(found, sure=True)
    if any(_moves(each, vocabulary) for each in inside):
        return None
    return Name(found)


def _changed(name: str, vocabulary: FormVocabulary) -> Name | None:
    """Return what a name before or after a change means."""
    text = plain(name)
    new = _is_new(text) or vocabulary.has("after", name) or text.startswith(vocabulary.words["new"])
    if new and not text.startswith(vocabulary.words["old"]):
        return Name(new=True)
    for word in sorted((*vocabulary.words["old"], *vocabulary.words["before"]), key=len, reverse=True):
        if text.startswith(word):
            found = _known(text.removeprefix(word), vocabulary)
            return Name(found.field, old=True) if found else Name()
    return None


def _guessed(text: str, vocabulary: FormVocabulary) -> Name:
    if any(word in text for word in vocabulary.words["also"]) or "/" in text:
        return Name(mixed=True)
    if any(_moves(each, vocabulary) for each in _inside(text)):
        return Name()
    bare = _BRACKET.sub("", text)
    for prefix in vocabulary.prefixes:
        found = _exact(bare.removeprefix(prefix), vocabulary) if bare.startswith(prefix) else None
        if found is not None:
            return Name(found.field)
    for pattern, ending in vocabulary.suffixes:
        if pattern.search(bare):
            return Name(ending)
    return Name()


def _spellings(name: str) -> Iterable[str]:
    halves = _halves(name)
    return [text for text in (plain(name), halves.chinese, halves.latin) if text]


def _halves(name: str) -> _Half:
    text = _NUMBERING.sub("", unicodedata.normalize("NFKC", name).strip().lower().strip(" *:"))
    found = _LATIN_TAIL.match(" ".join(text.split()))
    if found:
        return _Half(plain(found[1]), plain(found[2]))
    found = _LATIN_HEAD.match(" ".join(text.split()))
    return _Half(plain(found[2]), plain(found[1])) if found else _Half()


def _inside(text: str) -> list[str]:
    return [found[1:-1] for found in _BRACKET.findall(text)]


def _harmless(inside: Iterable[str]) -> bool:
    return all(text in _HARMLESS for text in inside)


def _moves(text: str, vocabulary: FormVocabulary) -> bool:
    """Tell whether what stands in a bracket gives the name another meaning."""
    lists = ("part", "row", "sign", "after", "new", "old", "also", "before")
    return any(word in text for kind in lists for word in vocabulary.words[kind]) or bool(
        re.search("后四位|尾号|末四位|大写|如不|他人|本行|银行|机构|代理", text)
    )


def _is_new(latin: str) -> bool:
    return latin.startswith(("new", "after", "updated"))
