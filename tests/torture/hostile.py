"""Hostile files over every reader: real files mutated at every depth, made ones, and the kept ones that broke readers.

Most run inside one process that is forked for a batch and held to the limits of a reader; what dies there is told by
the number of its input, which makes it again. Some hundreds go through the process with limits as the program uses it.
"""

import io
import json
import os
import random
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pos_closeout.actions.cases.case_json import export_case, read_case
from pos_closeout.actions.error_log import bare_trace
from pos_closeout.actions.isolated.confinement import Confinement
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.isolated.forms import Pieces, say_content, say_pages
from pos_closeout.actions.isolated.readings import say_reading
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import SHOWN_PIXELS, SHOWN_SCALE, memory_for
from pos_closeout.domain.forms.matching import match
from pos_closeout.evidence.bundle import verify_bundle
from pos_closeout.forms.pages import draw_pages
from pos_closeout.forms.pdf import PdfForm
from pos_closeout.forms.reading import read_form
from pos_closeout.statements.address_book import Columns, load_columns, read_address_book
from pos_closeout.statements.card_numbers import file_shows_card
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary
from tests.documents.sample_cases import REMOVAL, ledger
from tests.forms.sample_forms import sample_values, vocabulary
from tests.torture.rows import Row

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
HOSTILE = FIXTURES / "hostile"
TODAY = date(2026, 11, 29)
SECONDS = 2.0
MEGABYTES = 500
BATCH = 500
_WORKBOOKS = {".xlsx", ".xls", ".ods", ".xlsm"}

TOKENS = (
    b'"', b"'", b",", b"\t", b"|", b";", b"\r", b"\n", b"\0", b"`", b"=", b"-", b"+", b"1e308", b"9" * 40, b"-1", b"0",
    b"2/29", b"2024-02-30", b"99:99:99", b"1E+400", b"NaN", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x81\x30",
    "２０２６年１３月４５日".encode(), "￥１２．３４".encode(), "共:99999999999999999999笔".encode(),
    b"<r>", b"&a;", b"\x1a",
    "\u202e\u2066".encode(), "①②③".encode(), "٣٤٥".encode(), b"20250229", b"45678.99999999999999999999999", b"(-1)",
)  # fmt: skip


class Source:
    """Makes inputs by their number: the same number makes the same input."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        files = sorted(path for path in (FIXTURES / "statements").rglob("*") if _is_bill(path))
        self._bills = [
            (path.suffix, path.read_bytes()[:60_000] if path.suffix == ".csv" else path.read_bytes()) for path in files
        ]
        self._case = json.dumps(export_case(REMOVAL, ledger(3)), ensure_ascii=False)
        self._card = (
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:王;小明;;;\r\nFN:王小明\r\nTEL;TYPE=CELL:13800138000\r\n"
            "EMAIL:a@b.cn\r\nORG:店;部\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E5=BC=A0=\r\n=20x\r\nEND:VCARD\r\n"
        ).encode()
        self._forms = [
            (path.suffix, path.read_bytes())
            for path in sorted((FIXTURES / "forms").iterdir())
            if path.suffix in {".docx", ".xlsx", ".pdf", ".jpg"}
        ]
        self._book = "姓名,电话,邮箱\n王小明,13800138000,a@b.cn\n李,010-12345678 转 5,\n".encode()

    def bill(self, number: int) -> tuple[str, bytes]:
        """Return the ending and the content of a mutated bill."""
        chance = random.Random(f"{self._seed} bill {number}")  # noqa: S311  # no secret
        ending, content = chance.choice(self._bills)
        if content.startswith(b"PK") and chance.random() < 0.8:
            return ending, _mutated_zip(content, chance)
        mutated = _mutated(content, chance)
        if ending == ".csv" and chance.random() < 0.1:
            return ".zip", _zipped({"账单.csv": mutated})
        return ending, mutated

    def book(self, number: int) -> tuple[str, bytes]:
        """Return the ending and the content of a mutated address book."""
        chance = random.Random(f"{self._seed} book {number}")  # noqa: S311
        if chance.random() < 0.5:
            return ".vcf", _mutated(self._card * chance.randrange(1, 4), chance)
        return ".csv", _mutated(self._book * chance.randrange(1, 4), chance)

    def case(self, number: int) -> str:
        """Return a mutated case: half of them still JSON, so that they come past the first check."""
        chance = random.Random(f"{self._seed} case {number}")  # noqa: S311
        if chance.random() < 0.3:
            return _mutated(self._case.encode(), chance).decode("utf-8", "replace")
        told = json.loads(self._case)
        for _ in range(chance.randrange(1, 4)):
            _mutate_json(told, chance)
        return json.dumps(told, ensure_ascii=chance.random() < 0.5)

    def form(self, number: int) -> tuple[str, bytes]:
        """Return the ending and the content of a mutated form; Word and Excel mostly inside their wrapping."""
        chance = random.Random(f"{self._seed} form {number}")  # noqa: S311
        ending, content = chance.choice(self._forms)
        if content.startswith(b"PK") and chance.random() < 0.9:
            return ending, _mutated_zip(content, chance)
        return ending, _mutated(content, chance)

    def bundle(self, number: int) -> bytes:
        """Return a mutated bundle: a bag in a zip."""
        chance = random.Random(f"{self._seed} bundle {number}")  # noqa: S311
        files = {
            "bag/bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag/manifest-sha256.txt": b"0" * 64 + b"  data/a.txt\n",
            "bag/bag-info.txt": b"Payload-Oxum: 1.1\n",
            "bag/data/a.txt": b"a",
        }
        name = chance.choice(sorted(files))
        files[name] = _mutated(files[name], chance)
        if chance.random() < 0.3:
            files[chance.choice(["../x", "/etc/x", "bag/data/\u202e.txt", "bag/data/" + "a/" * 300, "C:\\x"])] = b"x"
        made = _zipped(files)
        return _mutated(made, chance) if chance.random() < 0.4 else made


def _is_bill(path: Path) -> bool:
    return path.is_file() and path.suffix in {".csv", ".txt", ".xls", ".xlsx", ".ods", ".zip", ".pdf", ".eml"}


def _mutated(content: bytes, chance: random.Random) -> bytes:
    """Change, add, take out and repeat pieces; the middle of real files is where depth is."""
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(7):
            case 0 if data:
                data[at % len(data)] = chance.randrange(256)
            case 1:
                data[at:at] = chance.choice(TOKENS)
            case 2:
                del data[at : at + chance.choice((1, 4, 60, 2000))]
            case 3:
                data[at:at] = data[at : at + chance.choice((8, 200, 3000))] * chance.choice((1, 3, 9))
            case 4:
                del data[at:]
            case 5:
                size = chance.choice((1, 8))
                data[at : at + size] = chance.choice(TOKENS)
            case _:
                digits = [
                    place
                    for place in range(max(at - 40, 0), min(at + 40, len(data)))
                    if data[place : place + 1].isdigit()
                ]
                for place in digits[: chance.randrange(1, 9)]:
                    data[place] = chance.choice(b"0123456789-.:e")
    return bytes(data[: 4 << 20])


def _mutated_zip(content: bytes, chance: random.Random) -> bytes:
    """Change what is inside an archive and pack it again, so that its reader gets past the wrapping."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (RuntimeError, zipfile.BadZipFile):
        return _mutated(content, chance)
    name = chance.choice(sorted(files))
    files[name] = _mutated(files[name], chance)
    if chance.random() < 0.2:
        del files[chance.choice(sorted(files))]
    return _zipped(files)


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _mutate_json(told: Any, chance: random.Random) -> None:
    """Put something odd somewhere into a case."""
    odd: tuple[Any, ...] = (
        None, True, -1, 0, 10**30, 1.5, "", "x" * 3000, "\x00", "\ud800", "2026-02-30", "6222021001000004", [],
        {}, [[]], "<img src=//h/x>", "\u202e", "9999-12-31", "0000-00-00", {"number": 1}, ["a"] * 2000, "密码123456",
    )  # fmt: skip
    place = told
    for _ in range(8):
        keys: list[Any] = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.7:
            place = place[key]
            continue
        match chance.randrange(4):
            case 0 if isinstance(place, dict):
                place[str(chance.choice(odd))[:40]] = chance.choice(odd)
            case 1 if isinstance(place, list):
                place *= chance.choice((0, 2, 50))
            case _:
                place[key] = chance.choice(odd)
        return


class Harness:
    """Everything the inputs are fed to, in this process."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.source = Source(seed)
        self._folder = folder
        self._vocabulary: Vocabulary = load_vocabulary(ROOT / "resources" / "statements")
        self._names, self._values = vocabulary(), sample_values()
        self._columns: Columns = load_columns(ROOT / "resources" / "contacts")

    def bill(self, number: int) -> str:
        """Read a bill to its end and turn it into messages."""
        path = self._written(*self.source.bill(number))
        reading = read(path, vocabulary=self._vocabulary, password="123456" if number % 3 == 0 else None)
        say_reading(reading, lambda said: json.dumps(said, ensure_ascii=False), lambda: None)
        return path.suffix

    def book(self, number: int) -> str:
        """Read an address book."""
        path = self._written(*self.source.book(number))
        read_address_book(path, self._columns)
        return path.suffix

    def case(self, number: int) -> str:
        """Read a case from JSON."""
        read_case(self.source.case(number))
        return ".json"

    def bundle(self, number: int) -> str:
        """Check a bundle."""
        verify_bundle(self.source.bundle(number))
        return ".zip"

    def form(self, number: int) -> str:
        """Read a form, turn it into messages and back, draw its pages, and match it with what a case knows."""
        path = self._written(*self.source.form(number))
        read, pieces = read_form(path), Pieces()

        def take(said: Any) -> None:
            pieces.add(*said)

        say_content(read.content, take, lambda: None)
        if isinstance(read.held, PdfForm):
            pages = draw_pages(read.held.data, SHOWN_SCALE, SHOWN_PIXELS)
            say_pages(pages, take, lambda: None)
        match(pieces.content().form, self._names, self._values)
        return path.suffix

    def card(self, number: int) -> str:
        """Look for a card number in whatever comes."""
        ending, content = (self.source.form, self.source.bill)[number % 2](number)
        file_shows_card(self._written(ending, content), lambda: None)
        return ending

    def _written(self, ending: str, content: bytes) -> Path:
        path = self._folder / f"input{ending}"
        path.write_bytes(content)
        return path


KINDS: tuple[tuple[str, str, int], ...] = (
    ("bundles", "bundle", 3),
    ("cases as JSON", "case", 5),
    ("address books", "book", 5),
    ("files to keep", "card", 1),
    ("bills", "bill", 12),
    ("forms", "form", 1),
)
"""What is said of it, the method of the harness, and its share of the inputs; the quick ones first: the last has
what is left of the time."""


def run(seed: int, seconds: float, inputs: int = 100_000) -> list[Row]:
    """Try hostile inputs until the number or the time is reached; the same seed makes the same ones."""
    rows = [_kept_files(seed)]
    began = time.monotonic()
    shares = sum(share for _, _, share in KINDS)
    for name, method, share in KINDS:
        rows.append(_many(seed, name, method, inputs * share // shares, began + seconds))
    rows.append(_through_the_process(seed, max(40, min(400, inputs // 250)), began + seconds * 1.3))
    return rows


def run_few(seed: int) -> list[Row]:
    """Try a hundred of each kind and every file that broke a reader and is kept."""
    few = [_many(seed, name, method, 40, time.monotonic() + 600) for name, method, _ in KINDS]
    return [*few, _kept_files(seed, large=False)]


def _many(seed: int, name: str, method: str, inputs: int, until: float) -> Row:
    done, faults, slowest, notes = 0, 0, 0.0, []
    following = 0
    while following < inputs and time.monotonic() < until:
        answers, died = _batch(seed, method, following, min(following + BATCH, inputs))
        for number, kind, took in answers:
            slowest = max(slowest, took)
            if kind.startswith("!") or took > SECONDS:
                faults += 1
                notes.append(f"{number}: {kind} {took:.1f} s")
        done += len(answers)
        following += len(answers)
        if died:
            ending = Source(seed).bill(following)[0] if method == "bill" else ""
            done += 1
            # Where sheets are read the process with limits may die: that is its answer.
            if ending not in _WORKBOOKS and ending != ".zip":
                faults += 1
                notes.append(f"{following}: {died}")
            following += 1
    return Row(f"hostile {name}", done, faults, f"slowest {slowest:.2f} s {'; '.join(notes[:5])}".strip())


def _batch(seed: int, method: str, first: int, last: int) -> tuple[list[tuple[int, str, float]], str]:
    """Try some inputs in a process of their own; return the answers and how it died, if it did."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _work(seed, method, first, last, into)
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as stream:
        answers = [(int(told[0]), str(told[1]), float(told[2])) for told in map(json.loads, stream)]
    _, status = os.waitpid(child, 0)
    return answers, "" if status == 0 else f"died of {os.WTERMSIG(status) or os.WEXITSTATUS(status)}"


def _work(seed: int, method: str, first: int, last: int, into: int) -> None:
    with TemporaryDirectory() as folder, os.fdopen(into, "w", encoding="utf-8") as stream:
        # What the Rust reader says of its own panics is nobody's business here.
        os.dup2(os.open(os.devnull, os.O_RDWR), 2)
        harness, confinement = Harness(seed, Path(folder)), Confinement()
        for number in range(first, last):
            confinement.hold(memory_for(0), SECONDS)
            began = time.process_time()
            kind = _answer(getattr(harness, method), number)
            stream.write(json.dumps([number, kind, time.process_time() - began]) + "\n")
            stream.flush()
        signal.setitimer(signal.ITIMER_PROF, 0)
    os._exit(0)


def _answer(act: Callable[[int], str], number: int) -> str:
    try:
        return act(number)
    except CloseoutError as error:
        return error.message_id
    except MemoryError:
        return "file.reader_died"
    except Exception as error:  # noqa: BLE001  # what is looked for
        return f"! {type(error).__name__} {bare_trace(error).splitlines()[-2:]}"


def _kept_files(seed: int, *, large: bool = True) -> Row:
    """Read every file that broke a reader once, through the process, and what is too large to keep."""
    with TemporaryDirectory() as name, FileReader() as reader:
        vocabulary = load_vocabulary(ROOT / "resources" / "statements")
        files = [path for path in sorted(HOSTILE.iterdir()) if path.suffix != ".md"]
        files += list(large_files(Path(name), seed)) if large else []
        faults, slowest, notes = 0, 0.0, []
        for path in files:
            began = time.monotonic()
            try:
                if path.suffix == ".vcf":
                    reader.contacts(path, ROOT / "resources" / "contacts")
                    told = "read"
                else:
                    refusal = reader.look(path, vocabulary=vocabulary).refusal
                    told = refusal.message_id if refusal else "read"
            except BadInputError as error:
                told = error.message_id
            took = time.monotonic() - began
            slowest = max(slowest, took)
            if told == "file.reader_fault" or took > SECONDS:
                faults += 1
                notes.append(f"{path.name}: {told} {took:.1f} s")
    return Row("files that broke readers", len(files), faults, f"slowest {slowest:.2f} s {'; '.join(notes)}".strip())


def large_files(folder: Path, seed: int) -> Iterator[Path]:
    """Write what is too large to keep: quotation marks that are never closed, commas without end, cards of 8 MB."""
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    lines = "".join(f"abc,{(seed + number) % 997},12.00\n" for number in range(430_000))
    cards = "BEGIN:VCARD\nFN:A\n{}\nEND:VCARD\n"
    texts = {
        "open-quote.csv": f'{head}"{lines}',
        "open-quotes.csv": head + lines.replace("abc", '"abc'),
        "blank-quote.csv": f'{head}"' + "\n" * 6_000_000,
        "folded.vcf": cards.format("NOTE:x\n" + " y\n" * 2_700_000),
        "bad-lines.vcf": cards.format('a;b="c;d\n' * 890_000),
        "long-line.vcf": cards.format("a;" * 4_000_000),
        "quoted.vcf": cards.format("N;ENCODING=QUOTED-PRINTABLE:" + "=E5=BC=A0=\n" * 730_000),
    }
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        yield path
    path = folder / "commas.csv"
    path.write_bytes((b"," * 120_000 + b"\n") * 1_500)
    yield path
    path = folder / "amplified.xlsx"
    path.write_bytes(amplified_workbook())
    yield path


def amplified_workbook() -> bytes:
    """Return a small workbook whose cells all share one long string."""
    text = "x" * 32_000
    row = "<row>" + '<c t="s"><v>0</v></c>' * 8 + "</row>"
    cells = row * 12_000
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return _zipped(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.xml": (
                f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{office}/worksheet" '
                f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{office}/sharedStrings" '
                'Target="sharedStrings.xml"/></Relationships>'
            ).encode(),
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>{text}</t></si></sst>'.encode(),
            "xl/worksheets/sheet1.xml": _sheet(main, cells),
        }
    )


def _sheet(main: str, cells: str) -> bytes:
    return f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def _through_the_process(seed: int, inputs: int, until: float) -> Row:
    """Feed mutated files to the process with limits, as the program does."""
    source, faults, slowest, done, notes = Source(seed), 0, 0.0, 0, list[str]()
    words = load_vocabulary(ROOT / "resources" / "statements")
    with TemporaryDirectory() as name, FileReader() as reader:
        for number in count(1_000_000):
            if done >= inputs or time.monotonic() > until:
                break
            kind = ("book", "bill", "form", "bill", "bundle", "bill")[number % 6]
            content = getattr(source, kind)(number)
            ending, content = (".zip", content) if kind == "bundle" else content
            path = Path(name) / f"input{ending}"
            path.write_bytes(content)
            began = time.monotonic()
            try:
                told = _asked(reader, kind, path, words)
            except CloseoutError as error:
                told = error.message_id
            took = time.monotonic() - began
            slowest, done = max(slowest, took), done + 1
            if told == "file.reader_fault" or took > SECONDS:
                faults += 1
                notes.append(f"{number}: {told} {took:.1f} s")
    return Row(
        "hostile files through the process", done, faults, f"slowest {slowest:.2f} s {'; '.join(notes[:5])}".strip()
    )


def _asked(reader: FileReader, kind: str, path: Path, words: Vocabulary) -> str:
    """Ask the process for what the program asks of such a file; the answer is a message id or ``read``."""
    reader.shows_card(path)
    if kind == "form":
        reader.form(path, pictures=True)
    elif kind == "bundle":
        reader.bundle(path)
    else:
        found = reader.inspect(path, vocabulary=words, today=TODAY, password=None)
        if found["refused"]:
            return str(found["refused"]["error"])
    return "read"
