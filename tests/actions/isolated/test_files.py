"""Files that break readers cost a sentence, and no more: whatever happens to the process that reads them."""

import inspect
import json
import sys
import threading
import time
from collections.abc import Callable, Generator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from pos_closeout.actions.bills.inspect_statement import inspect_statements
from pos_closeout.actions.isolated import process, worker
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.isolated.frames import FrameError, read_frame, write_frame
from pos_closeout.actions.isolated.process import VERB
from pos_closeout.actions.isolated.readings import IsolatedReading
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import MAX_MESSAGE_BYTES, memory_for, seconds_for
from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary

pytestmark = pytest.mark.usefixtures("as_it_is")

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = ROOT / "tests" / "fixtures" / "hostile"
SAMPLES = ROOT / "tests" / "fixtures" / "statements"
TODAY = date(2026, 11, 29)
READ = {"nickname-markup.csv": 5, "period-2-29.zip": 1}
"""Files that are bills all the same, and how many lines they have."""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "resources" / "statements")


@pytest.fixture
def reader() -> Generator[FileReader]:
    with FileReader() as made:
        yield made


def test_every_hostile_file_is_answered_and_the_next_one_is_read() -> None:
    files = sorted(path for path in HOSTILE.iterdir() if path.suffix != ".md")
    told = inspect_statements(ROOT / "resources", tuple(files), TODAY)["files"]
    for path, entry in zip(files, told, strict=True):
        if path.name in READ:
            assert (entry["refused"], entry["rows"]) == (None, READ[path.name]), path.name
        else:
            assert entry["refused"]["error"], path.name
            assert entry["refused"]["error"] != "file.reader_fault", path.name
            assert entry["refused"]["name"] == path.name
    assert len({frozenset(entry) for entry in told}) == 1


def test_a_bill_of_the_29th_of_february_has_a_row_that_is_no_day() -> None:
    (entry,) = inspect_statements(ROOT / "resources", (HOSTILE / "period-2-29.zip",), TODAY)["files"]
    assert entry["problems"][0]["reason"].startswith("time.")


def fake(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have another program stand in for the reader: one that a file has taken over."""
    head = (
        "import sys, json, os, signal, time\n"
        "def say(m):\n"
        "    d = json.dumps(m).encode()\n"
        "    sys.stdout.buffer.write(len(d).to_bytes(4, 'big') + d); sys.stdout.buffer.flush()\n"
        "sys.stdin.buffer.read(4)\n"
    )
    monkeypatch.setattr(process, "own_command", lambda: (sys.executable, "-c", head + code))


@pytest.mark.parametrize(
    "code",
    [
        "os.abort()",
        "sys.exit(3)",
        "sys.stdout.buffer.write(b'\\xff' * 9); sys.stdout.buffer.flush(); time.sleep(60)",
        "sys.stdout.buffer.write((5).to_bytes(4, 'big') + b'[[[[['); sys.stdout.buffer.flush(); time.sleep(60)",
        "d = b'[' * 100_000; sys.stdout.buffer.write(len(d).to_bytes(4, 'big') + d); sys.stdout.buffer.flush()",
        "say(None)",
        "say(['done', None])",
        "say(['said', 7])",
        "say(['said', ['found', [1, 2]]])",
        "say(['refused', {'kind': 'SystemExit', 'id': 'x', 'facts': {}}])",
        "say(['refused', {'kind': 'BadInputError', 'id': 5, 'facts': {}}])",
        "say(['refused', {'kind': 'BadInputError', 'id': 'x', 'facts': {'name': [1]}}])",
        "say(['exec', 'x'])",
    ],
)
def test_a_reader_that_has_been_taken_over_can_do_no_more_than_die(
    code: str, monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary, reader: FileReader
) -> None:
    fake(monkeypatch, code)
    refusal = reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary).refusal
    assert refusal is not None
    assert refusal.message_id == "file.reader_died"


@pytest.mark.parametrize(
    "said",
    [
        ["columns", []],
        ["columns", [["", "x", "card"], 10**9, 1, [1, 2, 3], ["x"], [0] * 15, []]],
        ["columns", [["", "x", "card"], 2, 1, [1, 2, 3], ["x"], [0] * 15, []]],
        ["columns", [["", "x", "card"], 2, 1, [1, 2, 3], ["x"], [-99] * 15, []]],
        [
            "lines",
            [[["", 1, "x", "nonsense"], ["payment", "in", "done", "card"], [1, 1, 1], [""] * 6, [""] * 6, [], False]],
        ],
        ["lines", [{"a": 1}]],
        ["problem", ["", 1.5, "", "", "", []]],
        ["known", [["a", "b", "c", "d"], [10**30, 0], None, [], None]],
        ["known", 1],
        ["code", "x"],
    ],
)
def test_what_is_no_bill_is_taken_for_none(said: object) -> None:
    told = IsolatedReading(Path("x.csv"), iter([said]))
    with pytest.raises(BadInputError, match=r"file\.reader_died"):
        list(told.batches())


def test_a_reader_that_never_ends_is_ended_by_its_processor_time(
    monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary, reader: FileReader
) -> None:
    fake(monkeypatch, "signal.setitimer(signal.ITIMER_PROF, 0.05)\nwhile True: pass")
    refusal = reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary).refusal
    assert refusal is not None
    assert refusal.message_id == "file.reader_slow"


def test_a_reader_that_says_nothing_is_given_up(
    monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary, reader: FileReader
) -> None:
    monkeypatch.setattr(process, "silence_for", lambda _size: 0.2)
    fake(monkeypatch, "time.sleep(60)")
    refusal = reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary).refusal
    assert refusal is not None
    assert refusal.message_id == "file.reader_slow"


def test_cancel_ends_a_reader_that_hears_nothing(
    monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary, reader: FileReader
) -> None:
    fake(monkeypatch, "time.sleep(60)")
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    started = time.monotonic()
    with pytest.raises(CloseoutError, match=r"statement\.cancelled"):
        reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary, cancelled=stop.is_set)
    assert time.monotonic() - started < 30


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of Windows are tried with the installer")
@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("x = bytearray(2 << 30)", "file.reader_died"),
        ("while True: pass", "file.reader_slow"),
        ("path.with_name('made').write_text('x')", "file.reader_fault"),
    ],
)
def test_the_limits_hold(harm: str, code: str, tmp_path: Path) -> None:
    """The real worker, with a task that does harm; the time is its own."""
    source = (
        "import sys; from pos_closeout.actions.isolated import worker\n"
        f"def harm(path, request, say, got_on):\n    got_on()\n    {harm}\n"
        "worker.TASKS['look'] = harm\n"
        "sys.exit(worker.serve())"
    )
    path = tmp_path / "file.csv"
    path.write_text("x")
    reading = process.ReaderProcess()
    with pytest.MonkeyPatch.context() as patch, reading:
        patch.setattr(process, "own_command", lambda: (sys.executable, "-c", source))
        patch.setattr(process, "VERB", VERB)
        patch.setattr(process, "seconds_for", lambda _size: 0.3)
        with pytest.raises(BadInputError) as caught:
            list(reading.ask("look", path, {}))
    assert caught.value.message_id == code
    assert not (tmp_path / "made").exists() or (tmp_path / "made").stat().st_size == 0


def test_the_time_a_reader_takes_to_be_loaded_is_not_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine compiles for a second before the file is opened; what comes then is held to its time."""
    source = (
        "import sys, time; from pos_closeout.actions.isolated import worker\n"
        "def spend(seconds):\n"
        "    end = time.process_time() + seconds\n"
        "    while time.process_time() < end: pass\n"
        "def slow(path, request, say, got_on):\n"
        "    spend(0.9); got_on(); spend(request['spent']); say(['found', 1])\n"
        "worker.TASKS['look'] = slow\n"
        "sys.exit(worker.serve())"
    )
    monkeypatch.setattr(process, "own_command", lambda: (sys.executable, "-c", source))
    monkeypatch.setattr(process, "seconds_for", lambda _size: 0.4)
    with process.ReaderProcess() as reading:
        assert list(reading.ask("look", tmp_path, {"spent": 0.1})) == [["found", 1]]
        with pytest.raises(BadInputError, match=r"file\.reader_slow"):
            list(reading.ask("look", tmp_path, {"spent": 2}))


def test_every_task_says_when_its_reader_is_loaded() -> None:
    for name, task in worker.TASKS.items():
        lines = [line.strip() for line in inspect.getsource(task).splitlines()]
        assert "got_on()" in lines, name
        assert not any(line.startswith(("from ", "import ")) for line in lines[lines.index("got_on()") :]), name


def test_large_files_are_allowed_more(tmp_path: Path) -> None:
    assert memory_for(0) < 500 << 20
    assert seconds_for(0) < 2
    assert memory_for(60 << 20) > 1 << 30
    assert memory_for(1 << 40) == memory_for(1 << 50)


def test_frames_are_read_as_they_were_written(tmp_path: Path) -> None:
    said = ["said", ["卡\ud800", 7, None, {"a": []}]]
    path = tmp_path / "frames"
    with path.open("wb") as stream:
        write_frame(stream, said)
    with path.open("rb") as stream:
        assert read_frame(stream) == said
        assert read_frame(stream) is None


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\5ab", (MAX_MESSAGE_BYTES + 1).to_bytes(4, "big"), b"\0\0\0\1{"])
def test_half_a_frame_is_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "frame"
    path.write_bytes(data)
    with path.open("rb") as stream, pytest.raises(FrameError):
        read_frame(stream)


def test_a_fault_is_told_without_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, request: object, say: Callable[[object], None], got_on: Callable[[], None]) -> None:
        raise ValueError("6222021001000004")

    monkeypatch.setitem(worker.TASKS, "head", fails)
    told = json.dumps(worker.answer({"task": "head", "path": "x"}, lambda _: None, lambda: None))
    assert "ValueError" in told
    assert "6222" not in told


def counted(started: list[int], start: Callable[[], object]) -> object:
    started.append(1)
    return start()


def test_one_process_reads_many_files(
    vocabulary: Vocabulary, reader: FileReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    start = process._start
    monkeypatch.setattr(process, "_start", partial(counted, started, start))
    for _ in range(3):
        assert reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary).refusal is None
    reader.look(HOSTILE / "far_corner_norefs.xlsx", vocabulary=vocabulary)
    assert reader.look(SAMPLES / "jd-2024.csv", vocabulary=vocabulary).refusal is None
    assert len(started) == 2, "a new one only after the one that died"


def test_a_computer_that_slept_while_a_file_was_read_is_no_silent_reader(
    monkeypatch: pytest.MonkeyPatch, reader: FileReader, vocabulary: Vocabulary
) -> None:
    fake(monkeypatch, "time.sleep(1.5); say(['refused', {'kind': 'BadInputError', 'id': 'awake', 'facts': {}}])")
    began, awake = time.monotonic(), time.monotonic

    def clock() -> float:
        # An hour passes for the clock at once, half a second into the reading.
        return awake() + (3600 if awake() - began > 0.5 else 0)

    monkeypatch.setattr("time.monotonic", clock)
    assert reader.look(HOSTILE / "slip.zip", vocabulary=vocabulary).refusal.message_id == "awake"  # type: ignore[union-attr]
