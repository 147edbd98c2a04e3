"""The names of forms are data: one line is enough, no name stands under two fields, and everything has its words."""

import tomllib
from pathlib import Path

import pytest

from pos_closeout.actions.forms.texts import open_texts
from pos_closeout.domain.case.case import Reason
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.forms.form import Outcome, Why
from pos_closeout.domain.forms.names import meaning
from pos_closeout.forms.vocabulary import load_vocabulary
from tests.forms.sample_forms import ROOT, vocabulary

NAMES = ROOT / "resources/forms/names.toml"


def test_no_name_stands_under_two_fields(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    text = NAMES.read_text(encoding="utf-8")
    path.write_text(text + '\n[[field]]\nid = "merchant.other"\nsure = ["商户名称"]\n', encoding="utf-8")
    with pytest.raises(DataFolderError, match=r"guidance\.broken"):
        load_vocabulary(path)


def test_a_new_name_needs_one_line(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    text = NAMES.read_text(encoding="utf-8").replace('"商户全称",', '"商户全称", "店家大名",', 1)
    path.write_text(text, encoding="utf-8")
    assert not meaning("店家大名", vocabulary()).field
    found = meaning("店家大名：", load_vocabulary(path))
    assert (found.field, found.sure) == ("merchant.registered_name", True)


def test_every_field_outcome_and_reason_has_its_words() -> None:
    texts = open_texts(ROOT / "resources")
    fields = [each["id"] for each in tomllib.loads(NAMES.read_text(encoding="utf-8"))["field"]]
    told = [texts.field(name) for name in fields]
    told += [texts.why(why) for why in Why] + [texts.outcome(outcome) for outcome in Outcome]
    assert all(each.zh and each.en for each in told)
    assert all(texts.reasons[reason] for reason in Reason)


@pytest.mark.parametrize("name", [
    "法定代表人身份证号码", "对方联系电话", "押金及收据号", "新商户名称", "变更后地址", "结算账号（大写）",
    "受理人", "备注",
])  # fmt: skip
def test_names_that_ask_for_something_else_are_never_sure(name: str) -> None:
    found = meaning(name, vocabulary())
    assert not (found.sure and found.field != "settlement.account_full")


@pytest.mark.parametrize(("name", "field"), [
    ("商 户 名 称：", "merchant.registered_name"),
    ("* 1、商户编号（必填）", "merchant.merchant_number"),
    ("法定代表人 Legal Representative", "merchant.representative"),
    ("Merchant No. 商户编号", "merchant.merchant_number"),
    ("结算账户（后四位）", "settlement.account_last4"),
    ("Ｅ－ｍａｉｌ", "merchant.email"),
])  # fmt: skip
def test_a_name_is_known_however_it_is_set(name: str, field: str) -> None:
    found = meaning(name, vocabulary())
    assert (found.field, found.sure) == (field, True)
