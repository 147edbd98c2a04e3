"""Guidance is read whole or not at all, and says only what stands in the texts it quotes."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_closeout.domain.eligibility.eligibility import CHECKS, QUESTIONS
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.phases import Step
from pos_closeout.guidance import Guidance, load_guidance
from pos_closeout.guidance.loading import load_acquirer_hints, load_steps

# The words of the articles, as they stand in the texts themselves.
ARTICLES = [
    (
        "采用格式条款订立合同的，提供格式条款的一方应当遵循公平原则确定当事人之间的权利和义务，并采取合理的方式提示对方注意"
        "免除或者减轻其责任等与对方有重大利害关系的条款，按照对方的要求，对该条款予以说明。提供格式条款的一方未履行提示或者"
        "说明义务，致使对方没有注意或者理解与其有重大利害关系的条款的，对方可以主张该条款不成为合同的内容。"
    ),
    "合同解除的，该合同的权利义务关系终止。",
    "债权债务终止后，当事人应当遵循诚信等原则，根据交易习惯履行通知、协助、保密、旧物回收等义务。",
    "以持续履行的债务为内容的不定期合同，当事人可以随时解除合同，但是应当在合理期限之前通知对方。",
    "当事人一方依法主张解除合同的，应当通知对方。合同自通知到达对方时解除；",
    "合同的权利义务关系终止，不影响合同中结算和清理条款的效力。",
    "可靠的电子签名与手写签名或者盖章具有同等的法律效力。",
    "清晰、完整标明服务内容、收费项目、收费标准、限制条件以及相关要求等，",
    "不得收取任何未予标明的费用。",
    "应当及时妥善处理与用户的争议，履行投诉处理主体责任",
    "1台银行卡受理终端只能对应1个受理终端序列号。",
    ("1台银行卡受理终端只能对应1个特约商户。收单机构应当建立银行卡受理终端序列号与下述5要素信息的关联对应关系"),
    (
        "因收单机构与特约商户收单服务协议终止，或特约商户申请停用银行卡受理终端的，收单机构应当及时关闭银行卡受理终端业务"
        "功能，并收回银行卡受理终端。对确实无法收回的，应当确保银行卡受理终端业务功能持续处于关闭状态。"
    ),
    (
        "经营者决定停业或者迁移服务场所的，应当提前30日在其经营场所、网站、网店首页等的醒目位置公告经营者的有效联系方式等"
        "信息。"
    ),
    "应当按照规定制定切实保障用户资金和信息安全的方案，并向用户公告",
    "签名、盖章或者按指印",
    "经营者应当自收到退回商品之日起七日内返还消费者支付的商品价款",
    "客户身份资料在业务关系结束后、客户交易信息在交易结束后，应当至少保存十年。",
    (
        "账簿、记账凭证、报表、完税凭证、发票、出口凭证以及其他有关涉税资料应当保存10年；但是，法律、行政法规另有规定的"
        "除外。"
    ),
    "已经开具的发票存根联，应当保存5年",
]
# Laws and telephone numbers that guides on the web made up.
INVENTED = ["12366", "12358", "95162", "第三十二条", "第32条", "押金管理的通知", "支付结算管理办法", "第7号"]
FILES = ("checks", "laws", "actions", "reasons", "steps", "kinds", "acquirer_hints", "rules", "glossary", "concerns")


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return load_guidance(resources / "guidance")


@pytest.fixture
def folder(resources: Path, tmp_path: Path) -> Path:
    """A copy of the guidance files that a test may break."""
    return Path(shutil.copytree(resources / "guidance", tmp_path / "guidance"))


def _texts(value: object, key: str) -> Iterator[tuple[str, str, str]]:
    """Every bilingual text below a value, with its key."""
    if isinstance(value, dict) and value.keys() == {"zh", "en"}:
        yield key, value["zh"], value["en"]
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{key}.{name}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, f"{key}.{place}")


def _all_texts(resources: Path) -> list[tuple[str, str, str]]:
    return [
        text
        for name in FILES
        for text in _texts(tomllib.loads((resources / "guidance" / f"{name}.toml").read_text(encoding="utf-8")), name)
    ]


def test_all_guidance_is_there_in_order(guidance: Guidance) -> None:
    assert tuple(guidance.checks) == CHECKS
    assert tuple(guidance.steps) == tuple(Step)


def test_every_text_is_said_in_both_languages_with_the_same_placeholders(resources: Path) -> None:
    texts = _all_texts(resources)
    assert len(texts) > 500
    for key, zh, en in texts:
        assert re.search(r"[\u4e00-\u9fff]", zh), key
        assert en.strip(), key
        assert not re.search(r"[\u4e00-\u9fff]", en), key
        assert sorted(re.findall(r"{\w+}", zh)) == sorted(re.findall(r"{\w+}", en)), key


def test_only_titles_hold_placeholders_and_only_known_ones(resources: Path) -> None:
    for key, zh, _ in _all_texts(resources):
        named = set(re.findall(r"{(\w*)}", zh))
        known = {"count", "amount", "terminal", "day", "before", "after", "text"}
        assert named <= (known if ".title_problem" in key or ".variants." in key else set()), key


def test_exactly_the_checks_that_may_ask_have_a_question_with_two_answers(guidance: Guidance) -> None:
    assert tuple(check for check, text in guidance.checks.items() if text.question) == QUESTIONS
    for check in QUESTIONS:
        text = guidance.checks[check]
        assert text.fine, check
        assert text.problem, check


def test_only_words_of_the_articles_themselves_are_quoted(guidance: Guidance) -> None:
    for key, law in guidance.laws.items():
        assert not law.quote or any(law.quote in article for article in ARTICLES), key
        assert re.search(r"\d|一|二", law.article.zh), key
        assert re.fullmatch(r"20\d\d-\d\d", law.checked), key


def test_nothing_invented_is_repeated(resources: Path) -> None:
    for path in (*resources.rglob("*.toml"), *resources.rglob("*.json")):
        text = path.read_text(encoding="utf-8")
        assert not [claim for claim in INVENTED if claim in text], path.name


def test_texts_call_steps_and_the_check_box_what_the_window_calls_them(guidance: Guidance) -> None:
    remedy, identity = guidance.checks["acquirer_confirmed"].remedy, guidance.steps[Step.IDENTITY].name
    assert f"“{identity.zh}”" in remedy.zh
    assert f"“{identity.en}”" in remedy.en
    assert "“已核对”" in remedy.zh
    purpose = guidance.steps[Step.PURPOSE].name
    assert f"“{purpose.zh}”" in guidance.checks["action_chosen"].remedy.zh
    assert f"“{purpose.en}”" in guidance.checks["action_chosen"].remedy.en


def test_hints_are_by_three_digits(guidance: Guidance) -> None:
    assert all(re.fullmatch(r"\d{3}", prefix) for prefix in guidance.acquirer_hints)
    assert guidance.acquirer_hints["822"] == "拉卡拉"


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("checks.toml", "[tax]", "[taxes]", "tax"),
        (
            "checks.toml",
            "[tax]\ntitle_problem.zh",
            '[tax]\ntitel.zh = "x"\ntitle_problem.zh',
            "tax.titel",
        ),
        ("checks.toml", 'title_met.en = "Taxes are in order"', "", "tax.title_met"),
        ("checks.toml", 'title_met.en = "Taxes are in order"', 'title_met.en = " "', "tax.title_met"),
        ("checks.toml", 'title_met.en = "Taxes are in order"', "title_met.en = 7", "tax.title_met"),
        ("checks.toml", '["tax_rules_17", "tax_rules_29"]', '["tax_rules_71"]', "tax: tax_rules_71"),
        ("checks.toml", '["tax_rules_17", "tax_rules_29"]', '"tax_rules_17"', "tax.law"),
        ("checks.toml", '["tax_rules_17", "tax_rules_29"]', "[17]", "tax.law"),
        ("checks.toml", "[data_lines]", "[extra]\n[data_lines]", "extra"),
        ("laws.toml", "[fraud_31]\n", '[fraud_31]\nquotes = "x"\n', "fraud_31.quotes"),
        ("steps.toml", 'basis = ["civil_code_567"]', 'basis = ["civil_code_0"]', "follow_up: civil_code_0"),
        ("kinds.toml", 'due_mark = "law"', 'due_mark = "habit"', "refund.due_mark"),
        ("acquirer_hints.toml", '822 = "拉卡拉"', "822 = 1", "prefixes.822"),
    ],
)
def test_a_broken_entry_is_refused_by_file_and_key(folder: Path, file: str, old: str, new: str, key: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFolderError) as caught:
        load_guidance(folder)
    assert caught.value.message_id == "guidance.broken"
    assert caught.value.facts == {"file": file, "key": key}


@pytest.mark.parametrize("content", [b"[tax", b"\xff\xfe", None])
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_or_no_toml_is_refused_by_name(folder: Path, name: str, content: bytes | None) -> None:
    path = folder / f"{name}.toml"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataFolderError) as caught:
        load_guidance(folder)
    assert caught.value.message_id == "guidance.unreadable"
    assert caught.value.facts["file"] == path.name


def test_one_file_can_be_read_without_the_others(folder: Path) -> None:
    (folder / "checks.toml").unlink()
    assert set(load_steps(folder)) == set(Step)
    assert load_acquirer_hints(folder)["104"] == "中国银行"
