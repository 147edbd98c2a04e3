"""The directory says only what somebody has checked, and the script is filled from the case."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pos_closeout.actions.items.item_search import load_initials
from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.case.contact import ContactChannel, NumberSource
from pos_closeout.domain.case.identifiers import VerdictKind, check_phone
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.contact_texts import call_script, completing, find_acquirer, load_acquirers, script_as_text

# Every number of an acquirer that somebody has read somewhere; no other may appear.
KNOWN = {"95016", "95533", "1010-8989", "95017"}
CASE = Case(
    merchant=Merchant(trading_name="和顺{day}", merchant_number="822331054110001"),
    terminals=(Terminal(number="10023456"), Terminal(), Terminal(number="10023457")),
)


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return Guidance(resources / "guidance")


def test_every_number_of_the_directory_has_a_source_and_a_month(guidance: Guidance) -> None:
    numbers = [number for entry in guidance.acquirers.values() for number in entry.numbers]
    assert {number.number for number in numbers} == KNOWN
    for number in numbers:
        assert re.fullmatch(r"20\d\d-\d\d", number.checked)
        assert check_phone(number.number).kind is VerdictKind.OK
    assert {number.number for number in numbers if number.confirmed} == {"1010-8989", "95017"}
    assert guidance.acquirers["chinaums"].numbers == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("拉卡拉支付股份有限公司", "lakala"),
        ("中国建设银行杭州分行", "ccb"),
        ("Lakala Payment", "lakala"),
        ("某某科技", ""),
    ],
)
def test_the_entry_is_found_by_the_name(guidance: Guidance, name: str, key: str) -> None:
    assert find_acquirer(guidance.acquirers, name) == guidance.acquirers.get(key)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_script_is_filled_from_the_case_and_leaves_blanks(guidance: Guidance, language: str) -> None:
    script = guidance.contact.script
    opening, ask, closing = call_script(script, CASE, "撤机", "2026-12-01", language)
    told = script_as_text((opening, ask, closing))
    assert "和顺{day}" in opening[0]
    assert "822331054110001" in opening[0]
    assert "10023456" in opening[0]
    assert "10023457" in opening[0]
    assert "2026-12-01" in opening[1]
    assert f"{len(ask)}. {ask[-1]}" in told
    assert len(ask) >= 7
    assert "______" in call_script(script, Case(), "", "", language)[0][0]


def test_the_words_stand_in_both_languages_and_know_every_source_and_way(guidance: Guidance) -> None:
    texts = guidance.contact
    assert tuple(texts.sources) == tuple(NumberSource)
    assert tuple(texts.ways) == tuple(ContactChannel)
    assert len(texts.never) >= 3
    for part in (texts.script.opening, texts.script.ask, texts.script.closing):
        for line in part:
            assert sorted(re.findall(r"{\w+}", line.zh)) == sorted(re.findall(r"{\w+}", line.en))
            assert not re.search(r"[\u4e00-\u9fff]", line.en)
            assert set(re.findall(r"{(\w+)}", line.zh)) <= {"shop", "merchant_number", "terminals", "action", "day"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('mark = "reported"', 'mark = "heard"', "lakala.numbers.0.mark"),
        ('number = "95016"', "number = 95016", "lakala.numbers.0.number"),
        ("[[lakala.numbers]]", "[lakala.numbers]", "lakala.numbers"),
    ],
)
def test_a_slip_in_the_directory_is_named(resources: Path, tmp_path: Path, old: str, new: str, key: str) -> None:
    folder = Path(shutil.copytree(resources / "guidance", tmp_path / "guidance"))
    path = folder / "acquirers.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFolderError) as caught:
        load_acquirers(folder)
    assert caught.value.facts["key"] == key


def test_an_empty_case_still_gets_a_script(guidance: Guidance) -> None:
    parts = call_script(guidance.contact.script, replace(CASE, terminals=()), "", "", "zh")
    assert all(line.strip() for part in parts for line in part)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("拉卡", "拉卡拉"),
        ("lakala", "拉卡拉"),
        ("lkl", "拉卡拉"),
        ("银结", "广东银结通"),
        ("gdyjt", "广东银结通"),
        ("ICBC", "中国工商银行"),
    ],
)
def test_a_name_is_completed_by_its_beginning_a_piece_or_its_first_letters(
    guidance: Guidance, typed: str, first: str
) -> None:
    assert completing(guidance.acquirers, typed, load_initials())[0].name.zh == first


def test_without_letters_names_are_completed_all_the_same_and_nothing_completes_nothing(guidance: Guidance) -> None:
    assert completing(guidance.acquirers, "lkl") == ()
    assert completing(guidance.acquirers, "  ") == ()
    assert completing(guidance.acquirers, "通联")[0] is guidance.acquirers["allinpay"]


def test_an_acquirer_that_left_says_when_and_where_that_was_read(guidance: Guidance) -> None:
    left = {key: entry.left for key, entry in guidance.acquirers.items() if entry.left is not None}
    assert {"yinjietong", "dalianzhongding", "yinshengbao", "zhonggangyintong", "ruiyinxin"} <= set(left)
    assert left["yinjietong"].day == date(2024, 12, 9)
    assert left["ruiyinxin"].day is None
    for entry in left.values():
        assert re.fullmatch(r"20\d\d-\d\d", entry.checked)
        assert not entry.confirmed
    # Reviews that were only suspended are no end of the licence.
    assert "jialian" not in left
