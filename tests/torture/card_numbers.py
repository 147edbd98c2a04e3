"""Card numbers in twenty spellings through every input, and none of them on the disk afterwards."""

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.cases.case_json import import_case
from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.item_files import add_note, log_talk
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.items.proofs import attach_proof
from pos_closeout.actions.notices.address_book import import_contacts, read_contacts
from pos_closeout.actions.settings import write_setting
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.notices import Audience, NoticeChannel
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.kept_text import LONG_NUMBERS, PLACES
from pos_closeout.domain.ledger.item_file import Talk
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.statements.vocabulary import load_vocabulary
from tests.documents.sample_cases import REMOVAL
from tests.torture.rows import Row

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
BEGINNINGS = ("4", "51", "55", "2221", "34", "37", "36", "38", "3528", "6011", "62", "621", "622", "6226", "65", "81")
NUMBERS = 1_000
T = TypeVar("T")


def spellings(number: str) -> Iterator[str]:
    """Yield a number as people and programs write it: twenty ways."""
    fours = [number[at : at + 4] for at in range(0, len(number), 4)]
    six = [number[:6], number[6:]]
    yield number
    for between in (" ", "-", "\u00a0", "\u3000", ".", "·", "－", "—", "  ", "\u2009", "\u200b", "/", "_", "\t", " - "):
        yield between.join(fours)
    yield "".join(chr(ord(sign) - ord("0") + ord("０")) for sign in number)
    yield " ".join(six)
    yield "－".join(six)
    yield " ".join(number)


def card_number(chance: random.Random) -> str:
    """Return a number that passes the Luhn test and begins as a scheme issues it."""
    begin = chance.choice(BEGINNINGS)
    length = 15 if begin in {"34", "37"} else 14 if begin in {"36", "38"} else chance.choice((16, 16, 18, 19))
    if begin in {"2221", "51", "55"}:
        length = 16
    if begin == "4" and chance.random() < 0.2:
        length = 13
    body = begin + "".join(chance.choice("0123456789") for _ in range(length - len(begin) - 1))
    total = sum(sum(divmod(2 * int(digit), 10)) for digit in body[::-2]) + sum(map(int, body[-2::-2]))
    return f"{body}{-total % 10}"


def run(seed: int, seconds: float, numbers: int = NUMBERS) -> list[Row]:
    """Store what can be stored of cards, each spelling through one input after the other, and look at the disk."""
    del seconds  # it takes what it takes: a minute
    chance = random.Random(seed)  # noqa: S311  # no secret
    made = [card_number(chance) for _ in range(numbers)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = Inputs(folder)
        try:
            for at, number in enumerate(made):
                texts = list(spellings(number))
                inputs.take(at, [f"卡号{text}，转账" if chance.random() < 0.5 else text for text in texts])
            inputs.finish()
        finally:
            inputs.close()
        found = left_on_disk(folder / "data", made)
    note = "; ".join(sorted(found)[:5])
    return [Row("card numbers in twenty spellings", numbers * 20, len(found), note)]


def run_few(seed: int) -> list[Row]:
    """Store the spellings of a few numbers."""
    return run(seed, 0, numbers=12)


class Inputs:
    """Every way into the data folder; each text goes through one of them, in turn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: Store = open_data_folder(folder / "data", NOW)
        self._case = self._store.cases.add(replace(REMOVAL, id=0, number=""), NOW)
        self._item = add_item(self._store, OpenItem(case_id=self._case.id, kind=ItemKind.REFUND, amount_fen=100), NOW)
        self._ways: tuple[Callable[[str], object], ...] = (
            self._case_fields, self._item_fields, self._note, self._talk, self._json, self._setting, self._proof,
        )  # fmt: skip
        self._waiting: list[str] = []

    def take(self, at: int, texts: list[str]) -> None:
        """Store the spellings of one number."""
        for place, text in enumerate(texts):
            with suppress(CloseoutError):
                # A refusal keeps it from the disk as well.
                self._ways[(at + place) % len(self._ways)](text)
        self._waiting += texts

    def finish(self) -> None:
        """Bring in all spellings once more, as a bill and as an address book."""
        head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
        rows = (
            f'2026-03-01 10:00:00,商户消费,"{text}","{text}",支出,¥1.00,零钱,支付成功,{10**27 + number},1,"{text}"\n'
            for number, text in enumerate(self._waiting)
            if "\t" not in text
        )
        bill = self._folder / "bill.csv"
        bill.write_text(head + "".join(rows), encoding="utf-8")
        words = load_vocabulary(ROOT / "resources" / "statements")
        import_statements(self._store, self._case.id, [bill], vocabulary=words, today=NOW.date(), now=NOW)
        book = self._folder / "book.csv"
        book.write_text(
            "姓名,电话\n" + "".join(f'"{text}",13800138000\n' for text in self._waiting[:4_000]), encoding="utf-8"
        )
        people = read_contacts(ROOT / "resources", book)
        import_contacts(
            self._store, self._case.id, people.contacts[:200], Audience.CUSTOMERS, NoticeChannel.SMS, now=NOW
        )

    def close(self) -> None:
        """Close the data folder."""
        self._store.close()

    def _case_fields(self, text: str) -> None:
        case = self._store.cases.get(self._case.id)
        save_case(self._store, filled(replace(case, notices=()), text), NOW)

    def _item_fields(self, text: str) -> None:
        add_item(self._store, replace(filled(self._item, text), id=0), NOW)

    def _note(self, text: str) -> None:
        add_note(self._store, self._item.id, text, NOW)

    def _talk(self, text: str) -> None:
        log_talk(
            self._store, self._item.id, Talk(at="2026-11-29T12:00", with_whom=text, result=text, next_step=text), NOW
        )

    def _json(self, text: str) -> None:
        told = {"merchant": {"trading_name": text}, "terminals": [{"place": text}], "letter": {"addressee": text}}
        import_case(self._store, json.dumps(told), date(2026, 11, 29), NOW)

    def _setting(self, text: str) -> None:
        write_setting(self._store, f"backup.{len(text)}", text)

    def _proof(self, text: str) -> None:
        path = self._folder / (re.sub(r"[/\0\t]", "-", text)[:60] + ".txt")
        path.write_text("x")
        attach_proof(self._store, self._item.id, path, NOW)


def filled(value: T, text: str) -> T:
    """Return a dataclass with a text in every field that takes any, at any depth."""
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass
        old = getattr(value, field.name)
        if type(old) is str and field.name not in PLACES and field.name not in LONG_NUMBERS:
            changed[field.name] = text
        elif is_dataclass(old):
            changed[field.name] = filled(old, text)
        elif isinstance(old, tuple) and old and is_dataclass(old[0]):
            changed[field.name] = tuple(filled(each, text) for each in old)
    if isinstance(value, Case):
        changed["number"] = value.number
    return replace(value, **changed)  # type: ignore[type-var]  # as above


def left_on_disk(folder: Path, numbers: list[str]) -> set[str]:
    """Return the numbers that can be read from any file of a folder, whatever stands between their digits."""
    wanted = set(numbers)
    lengths = sorted(set(map(len, numbers)))
    found = set()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        # Names of files are on the disk, too.
        text = unicodedata.normalize("NFKC", path.name + " x " + path.read_bytes().decode("utf-8", "replace"))
        for digits in re.findall(r"\d(?:[\W_]{0,3}\d){12,}", text):
            bare = re.sub(r"\D", "", digits)
            found |= {
                bare[at : at + length]
                for length in lengths
                for at in range(len(bare) - length + 1)
                if bare[at : at + length] in wanted
            }
    return found
