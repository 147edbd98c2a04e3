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
    "商户编号", "终端号", "负责人", "联系电话", "经办人", "日期", "联系人", "受理编号", "处理结果", "商户名称",
    "机身号", "台数", "电话", "姓名",
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


SHAPES = ("pairs", "inline", "below", "lines")


class _Made:
    """A form under way: tables and lines, and where the bank's places stand."""

    def __init__(self, width: int) -> None:
        self.width, self.columns, self.row = width, 2 * width + 1, 0
        self.blocks: list[Grid | Line] = [Line(Passage("商户撤机申请表"))]
        self.cells: list[Cell] = []
        self.bank: set[tuple[int, int]] = set()

    def close(self) -> None:
        """End the table."""
        if self.cells:
            self.blocks.append(Grid(tuple(self.cells)))
        self.cells, self.row = [], 0

    def add(self, names: list[str], shape: str, side: str = "", *, bank: bool = False) -> None:
        """Add names with their room in one of the shapes."""
        if shape == "lines":
            self.close()
            for at in range(0, len(names), self.width):
                text = "  ".join(f"{name}：__________" for name in names[at : at + self.width])
                self.blocks.append(Line(Passage(text)))
                if bank:
                    self.bank.add((len(self.blocks) - 1, -1))
            return
        rows = self._rows(names, shape)
        if side:
            self.cells.append(Cell(self.row, 0, len(rows), 1, Passage(side)))
        for texts in rows:
            column = 1 if side else 0
            for at, text in enumerate(texts):
                span = self.columns - column if at == len(texts) - 1 else 1
                self.cells.append(Cell(self.row, column, 1, span, Passage(text)))
                column += span
            if bank:
                self.bank.add((len(self.blocks), self.row))
            self.row += 1

    def _rows(self, names: list[str], shape: str) -> list[list[str]]:
        padded = names + ["备注"] * (-len(names) % self.width)
        chunks = [padded[at : at + self.width] for at in range(0, len(padded), self.width)]
        if shape == "inline":
            return [[f"{name}：          " for name in chunk] for chunk in chunks]
        if shape == "below":
            return [row for chunk in chunks for row in (chunk, [""] * len(chunk))]
        return [[text for name in chunk for text in (name, "")] for chunk in chunks]

    def wide(self, text: str, *, line: bool = False) -> None:
        """Add a title over the whole width, or as a line."""
        if line:
            self.close()
            self.blocks.append(Line(Passage(text)))
        else:
            self.cells.append(Cell(self.row, 0, 1, self.columns, Passage(text)))
            self.row += 1


@st.composite
def forms(draw: st.DrawFn) -> tuple[Form, set[tuple[int, int]]]:
    made = _Made(draw(st.integers(1, 3)))
    merchant = draw(st.lists(st.sampled_from(MERCHANT), min_size=3, max_size=10, unique=True))
    bank = draw(st.lists(st.sampled_from(BANK), min_size=1, max_size=6, unique=True))
    title = draw(st.sampled_from(["none", "known", "unknown"]))
    below, signed = draw(st.booleans()), draw(st.booleans())
    ours, theirs = draw(st.sampled_from(SHAPES)), draw(st.sampled_from(SHAPES))
    words = draw(st.sampled_from(KNOWN_TITLES if title == "known" else UNKNOWN_TITLES))
    beside = title != "none" and theirs != "lines" and draw(st.booleans())
    if title == "none":
        # What nobody can tell apart: a bank's row that asks for what only the merchant knows.
        bank = [name for name in bank if name != "商户名称" or name in merchant] or ["经办人"]

    def bank_part() -> None:
        if draw(st.booleans()):
            made.close()
        if title != "none" and not beside:
            made.wide(words, line=theirs == "lines")
        made.add(bank, theirs, words if beside else "", bank=True)

    if not below:
        bank_part()
        if title != "none" and not beside:
            made.wide("商户信息", line=ours == "lines")
    elif draw(st.booleans()):
        made.wide("商户基本信息", line=ours == "lines")
    made.add(merchant, ours)
    if signed:
        made.wide("商户签章：              年   月   日", line=ours == "lines")
    if below:
        bank_part()
    made.close()
    return Form(FormKind.WORD, tuple(made.blocks)), made.bank


@settings(max_examples=400, deadline=None)
@given(forms())
def test_nothing_is_written_into_a_part_of_the_bank(made: tuple[Form, set[tuple[int, int]]]) -> None:
    form, bank = made
    entries = match(form, VOCABULARY, VALUES)
    written = [each.place for each in entries.values() if each.outcome is Outcome.WRITE]
    wrong = [place for place in written if (place.block, place.row) in bank]
    assert not wrong


@settings(max_examples=150, deadline=None)
@given(forms())
def test_a_place_has_one_entry_and_two_places_never_share_a_character(made: tuple[Form, set[tuple[int, int]]]) -> None:
    form, _ = made
    entries = match(form, VOCABULARY, VALUES)
    assert all(key == each.place.key for key, each in entries.items())
    taken: dict[tuple[int, int, int], int] = {}
    for each in entries.values():
        cell = (each.place.block, each.place.row, each.place.column)
        assert each.place.start >= taken.get(cell, -1)
        taken[cell] = max(each.place.end, each.place.start + 1)
