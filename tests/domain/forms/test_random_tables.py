"""Random tables of every kind: whatever the bank fills in is never written, titled or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.domain.forms.form import Cell, Form, FormKind, Grid, Line, Outcome, Passage
from pos_closeout.domain.forms.matching import match
from tests.forms.sample_forms import sample_values, vocabulary

VOCABULARY, VALUES = vocabulary(), sample_values()
MERCHANT = (
    "商户名称", "商户编号", "营业执照号", "负责人", "商户地址", "联系人", "联系电话", "结算账户名", "开户行", "押金",
    "撤机原因", "停机日期", "电子邮箱", "协议编号", "终端数量", "对外营业店名", "*商户全称", "经办人", "备注", "终端号",
)  # fmt: skip
BANK = (
    "商户编号", "终端号", "负责人", "联系电话", "经办人", "日期", "联系人", "受理编号", "处理结果", "商户名称", "机身号",
    "台数", "电话", "姓名",
)  # fmt: skip
KNOWN_TITLES = (
    "收单机构填写",
    "银行审核",
    "分公司意见",
    "以下由受理机构填写",
    "网点填写栏",
    "Bank Use Only",
    "我行核对",
)
UNKNOWN_TITLES = ("受理情况", "运营中心", "后台处理", "清算中心登记", "Processing", "渠道登记", "支持中心")


def _rows(names: list[str], width: int) -> list[list[str]]:
    """Return rows of name and empty cell, ``width`` pairs in each."""
    padded = names + ["备注"] * (-len(names) % width)
    return [[text for name in padded[at : at + width] for text in (name, "")] for at in range(0, len(padded), width)]


class _Made:
    def __init__(self, width: int) -> None:
        self.columns, self.cells, self.row = 2 * width + 1, [], 0  # type: ignore[var-annotated]
        self.bank: set[int] = set()

    def add(self, rows: list[list[str]], side: str = "", *, bank: bool = False) -> None:
        if side:
            self.cells.append(Cell(self.row, 0, len(rows), 1, Passage(side)))
        for texts in rows:
            column = 1 if side else 0
            for at, text in enumerate(texts):
                last = at == len(texts) - 1
                span = self.columns - column if last else 1
                self.cells.append(Cell(self.row, column, 1, span, Passage(text)))
                column += span
            if bank:
                self.bank.add(self.row)
            self.row += 1

    def wide(self, text: str) -> None:
        self.cells.append(Cell(self.row, 0, 1, self.columns, Passage(text)))
        self.row += 1


@st.composite
def tables(draw: st.DrawFn) -> tuple[Form, set[int]]:
    width = draw(st.integers(1, 3))
    made = _Made(width)
    merchant = draw(st.lists(st.sampled_from(MERCHANT), min_size=3, max_size=10, unique=True))
    bank = draw(st.lists(st.sampled_from(BANK), min_size=1, max_size=6, unique=True))
    title = draw(st.sampled_from(["none", "known", "unknown"]))
    where = draw(st.sampled_from(["below", "above"]))
    shape = draw(st.sampled_from(["side", "wide"]))
    signed = draw(st.sampled_from([True, False]))
    words = draw(st.sampled_from(KNOWN_TITLES if title == "known" else UNKNOWN_TITLES))
    side = words if title != "none" and shape == "side" else ""
    if title == "none":
        # What nobody can tell apart: a bank's row that asks for what only the merchant knows.
        bank = [name for name in bank if name != "商户名称" or name in merchant] or ["经办人"]

    def bank_part() -> None:
        if title != "none" and shape == "wide":
            made.wide(words)
        made.add(_rows(bank, width), side, bank=True)

    if where == "above":
        bank_part()
        if title != "none" and shape == "wide":
            made.wide("商户信息")
    if draw(st.booleans()) and where == "below":
        made.wide("商户基本信息")
    made.add(_rows(merchant, width))
    if signed:
        made.wide("商户签章：              年   月   日")
    if where == "below":
        bank_part()
    return Form(FormKind.WORD, (Line(Passage("商户撤机申请表")), Grid(tuple(made.cells)))), made.bank


@settings(max_examples=400, deadline=None)
@given(tables())
def test_nothing_is_written_into_a_part_of_the_bank(made: tuple[Form, set[int]]) -> None:
    form, bank = made
    entries = match(form, VOCABULARY, VALUES)
    wrong = [each for each in entries.values() if each.place.row in bank and each.outcome is Outcome.WRITE]
    assert not wrong


@settings(max_examples=150, deadline=None)
@given(tables())
def test_a_place_has_one_entry_and_two_places_never_share_a_character(made: tuple[Form, set[int]]) -> None:
    form, _ = made
    entries = match(form, VOCABULARY, VALUES)
    assert all(key == each.place.key for key, each in entries.items())
    taken: dict[tuple[int, int, int], int] = {}
    for each in entries.values():
        cell = (each.place.block, each.place.row, each.place.column)
        assert each.place.start >= taken.get(cell, -1)
        taken[cell] = max(each.place.end, each.place.start + 1)
