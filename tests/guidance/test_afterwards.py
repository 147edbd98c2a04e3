"""What is said about applying again and taking a stop back is complete, in both languages, and quotes only real law."""

import re
from pathlib import Path

import pytest

from pos_closeout.guidance.afterwards import load_afterwards
from pos_closeout.guidance.guidance import Guidance

MUST_SAY = {
    "again": [
        ("已注销", "closed"),
        ("重新审核", "from the start"),
        ("小微商户", "micro merchant"),
        ("收款码", "QR code"),
    ],
    "materials": [
        ("营业执照", "licence"),
        ("身份证", "ID"),
        ("结算账户", "settlement account"),
        ("照片", "Photographs"),
    ],
    "steps": [
        ("支付业务许可证", "licences"),
        ("第 22 条", "Art. 22"),
        ("协议", "sign"),
        ("序列号", "serial"),
        ("到账", "credit"),
    ],
    "contract": [
        ("费率", "Rates"),
        ("押金", "deposit"),
        ("流量费", "Data"),
        ("合约期", "term"),
        ("提前退出", "leaving early"),
    ],
    "traps": [("免费机", "free"), ("套现", "cash"), ("不借", "lend")],
    "back": [("撤回", "withdraw"), ("复机", "resuming"), ("重新申请", "anew"), ("通知过", "told")],
}
INVENTED = ("押金返还", "押金管理的通知", "支付结算管理办法", "12366", "12358", "95162", "征信", "税务登记证")


@pytest.mark.parametrize("chapter", MUST_SAY)
def test_each_chapter_says_what_it_must(chapter: str, resources: Path) -> None:
    lines = load_afterwards(resources / "guidance")[chapter].lines
    for zh, en in MUST_SAY[chapter]:
        assert any(zh in line.zh for line in lines), zh
        assert any(en in line.en for line in lines), en


def test_the_application_has_five_steps_and_nothing_invented(resources: Path) -> None:
    chapters = load_afterwards(resources / "guidance")
    assert len(chapters["steps"].lines) == 5
    told = "".join(line.zh for chapter in chapters.values() for line in chapter.lines)
    assert not [word for word in INVENTED if word in told]


def test_a_law_is_named_as_the_library_has_it(resources: Path) -> None:
    known = {(law.name.zh, law.article.zh) for law in Guidance(resources / "guidance").laws.values()}
    for chapter in load_afterwards(resources / "guidance").values():
        for line in chapter.lines:
            for name, article in re.findall(r"(《[^》]+》)第 ?(\d+) ?条", line.zh):
                assert (name, f"第{article}条") in known
