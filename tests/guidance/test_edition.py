"""From when what the program knows is, and where newer versions are shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pos_closeout.guidance import load_guidance
from pos_closeout.guidance.edition import Knowledge, load_knowledge, publisher_address

NEW = Knowledge(laws="2026-11", acquirers="2026-11", layouts="2026-11", holidays=2027)


def test_the_oldest_entry_says_how_old_the_knowledge_is(resources: Path) -> None:
    guidance = load_guidance(resources / "guidance")
    knowledge = load_knowledge(guidance, resources / "guidance")
    checked = {*(law.checked for law in guidance.laws.values()), *(rule.checked for rule in guidance.rules.values())}
    assert knowledge.laws == min(checked)
    assert all(each.checked >= knowledge.acquirers for each in guidance.routes.values())
    assert knowledge.holidays >= 2026


@pytest.mark.parametrize(
    ("knowledge", "today", "old"),
    [
        (NEW, date(2027, 11, 30), False),
        (NEW, date(2027, 12, 1), True),
        (replace(NEW, acquirers="2025-12"), date(2026, 12, 31), False),
        (replace(NEW, layouts="2025-12"), date(2027, 1, 1), True),
        (replace(NEW, holidays=2026), date(2027, 1, 1), True),
    ],
)
def test_after_a_year_the_knowledge_is_old(knowledge: Knowledge, today: date, *, old: bool) -> None:
    assert knowledge.is_old(today) is old


@pytest.mark.parametrize(
    ("address", "opened"),
    [("https://example.org/pos", "https://example.org/pos"), ("", ""), ("file:///C:/x.exe", ""), ("http://a.cn", "")],
)
def test_only_a_safe_address_is_opened(tmp_path: Path, address: str, opened: str) -> None:
    (tmp_path / "edition.toml").write_text(f'[layouts]\nchecked = "2026-11"\n[publisher]\naddress = "{address}"\n')
    assert publisher_address(tmp_path) == opened
