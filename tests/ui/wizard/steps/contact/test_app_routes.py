"""In the app first: steps, who may, what it leaves undone and what is still worth sending, at the top of step 6."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from pos_closeout.domain.case.case import Acquirer, EntityType, Merchant
from pos_closeout.domain.phases import Step
from pos_closeout.ui.wizard.steps.contact.page import ContactPage
from tests.ui.conftest import OpenWindow


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("zh", ("中止收款服务", "连续 12 个月没有交易", "不收机器，也不退押金", "申请函照样要寄", "2026-11")),
        ("en", ("stop the payment service", "without a payment for 12 months", "returns no deposit", "still goes out")),
    ],
)
def test_a_person_sees_the_way_in_the_app_first(open_window: OpenWindow, language: str, parts: tuple[str, ...]) -> None:
    window = open_window(language)
    window.new_case()
    shop = Merchant(entity_type=EntityType.MICRO)
    window.session.edit(replace(window.session.case, merchant=shop, acquirer=Acquirer("随行付支付有限公司")))
    window.show_step(Step.CONTACT)
    page = window.workspace.wizard.page(Step.CONTACT)
    assert isinstance(page, ContactPage)
    told = "\n".join(each.text() for each in page._routes.findChildren(QLabel))
    for part in parts:
        assert part in told, part
    # It comes before whom to call.
    assert page._routes.mapTo(page, page._routes.rect().topLeft()).y() < page._cards[0].mapTo(page, page.pos()).y()


def test_the_guard_does_not_call_the_official_app_a_fraud(open_window: OpenWindow) -> None:
    window = open_window()
    window.new_case()
    window.show_step(Step.CONTACT)
    page = window.workspace.wizard.page(Step.CONTACT)
    told = "\n".join(each.text() for each in page.findChildren(QLabel))
    assert "in the official app that you opened yourself is normal" in told
    assert "By telephone, text or chat a real acquirer never asks for" in told
