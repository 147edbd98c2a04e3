"""Put everything that proves how a case went into one zip, and check such a zip again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from pos_closeout import __version__
from pos_closeout.actions.cases.case_history import read_history, timeline_text
from pos_closeout.actions.cases.case_json import export_part
from pos_closeout.actions.device import device_file_path
from pos_closeout.actions.forms.kept import filled_path
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.items.item_files import item_file
from pos_closeout.actions.items.proofs import proof_path
from pos_closeout.actions.papers.letter import Documents, draw_open_items
from pos_closeout.actions.papers.pages import draw_closing_report, draw_text_page
from pos_closeout.actions.papers.papers import draw_paper, paper_version
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import DRAWN_PAPERS
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.fitting_papers import issued_version
from pos_closeout.evidence.bundle import CheckedBundle, bundle_bytes, verify_bundle
from pos_closeout.evidence.names import safe_name
from pos_closeout.evidence.tables import csv_bytes
from pos_closeout.guidance import Guidance
from pos_closeout.store import Store

__all__ = ["Bundle", "CheckedBundle", "Evidence", "check_bundle", "make_bundle", "pack_bundle", "read_evidence"]

_LOGS = (
    "notices",
    "device_tasks",
    "last_prints",
    "device_files",
    "filled_forms",
    "contacts",
    "deliveries",
    "reviews",
    "repairs",
    "watched_months",
    "late_charges",
    "upkeep_marks",
)
"""Lists of a case that go into the bundle as tables; an empty one is left out."""
_BAG_FILES = ("manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle, its id, and what could not be taken into it, such as a proof that is no longer there."""

    data: bytes
    checked: CheckedBundle
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A case with its items, its logs as tables and in sentences, and where proofs and files of the device lie.

    Attributes:
        left_out: proofs that are gone.
    """

    case: Case
    items: tuple[OpenItem, ...]
    logs: Mapping[str, bytes]
    proofs: Mapping[str, Path]
    left_out: tuple[str, ...]


def make_bundle(store: Store, documents: Documents, case_id: int, language: LetterLanguage, now: datetime) -> Bundle:
    """Return the evidence bundle of a case as a zip; the same case at the same time gives the same bytes.

    Args:
        store: where the case, its items and its history are.
        documents: fonts and words.
        case_id: the case.
        language: of the papers drawn for it; issued versions of the letter are told in both languages.
        now: stands in ``bundle.txt``; its day is the date of the papers.

    Raises:
        NotFoundError: ``case.not_found``.
        EvidenceError: ``bundle.too_big``.
    """
    return pack_bundle(read_evidence(store, documents, case_id), documents, language, now)


def read_evidence(store: Store, documents: Documents, case_id: int) -> Evidence:
    """Return what a bundle is made of, so that it can be packed where the store is not at hand.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case, items = store.cases.get(case_id), store.items.for_case(case_id)
    left_out: list[str] = []
    logs = _logs(store, case) | _told(store, documents, case)
    proofs = _proofs(store, items, left_out) | _device_files(store, case, left_out)
    proofs |= _filled_forms(store, case, left_out)
    return Evidence(case, tuple(items), logs, proofs, tuple(left_out))


def pack_bundle(evidence: Evidence, documents: Documents, language: LetterLanguage, now: datetime) -> Bundle:
    """Return a bundle as :func:`make_bundle` does; the store is not touched, so this may run on another thread.

    Raises:
        EvidenceError: ``bundle.too_big``.
    """
    case, left_out = evidence.case, list(evidence.left_out)
    files = {
        **_papers(documents, case, evidence.items, language, now),
        **evidence.logs,
        **_read(evidence.proofs, left_out),
        **_bag(case, left_out),
    }
    if left_out:
        files["left-out.csv"] = csv_bytes(("file",), ((name,) for name in left_out))
    about = (f"POS Closeout {__version__}", case.number, now.isoformat(), str(len(files) + 1))
    files["bundle.txt"] = "".join(f"{line}\n" for line in about).encode()
    data = bundle_bytes(files)
    return Bundle(data, verify_bundle(data), tuple(left_out))


def check_bundle(path: Path, expected: str = "", cancelled: Callable[[], bool] | None = None) -> CheckedBundle:
    """Read a bundle back in the process for files from outside.

    Args:
        path: the zip.
        expected: the id it must have; empty takes any.
        cancelled: asked many times a second, from another thread; True ends the process.

    Raises:
        BadInputError: ``file.not_found`` or ``file.unreadable``, or as :class:`FileReader`.
        EvidenceError: as :func:`~pos_closeout.evidence.bundle.read_bundle`.
        CloseoutError: ``statement.cancelled``.
    """
    with FileReader() as reader:
        return reader.bundle(path, expected, cancelled)


def _papers(
    documents: Documents, case: Case, items: Sequence[OpenItem], language: LetterLanguage, now: datetime
) -> dict[str, bytes]:
    """Return issued papers that still say what they said, the words of every issued letter, the list, the report."""
    today = now.date()
    files = {
        "open-items.pdf": draw_open_items(documents, items, (case,), language, today),
        "closing-report.pdf": draw_closing_report(documents, case, items, language, today),
    }
    for kind in DRAWN_PAPERS:
        version = issued_version(case, kind)
        if version and version == paper_version(documents, kind, case, items):
            pdf = draw_paper(documents, kind, case, items, language=language, today=today)
            files[f"papers/{kind.value}-v{version}.pdf"] = pdf
    for text in case.issued_texts:
        for each, lines in ((LetterLanguage.CHINESE, text.zh), (LetterLanguage.ENGLISH, text.en)):
            title, day = f"{case.number} v{text.version}", text.issued_on or today
            page = draw_text_page(documents, case, title, "\n".join(lines), language=each, today=day)
            files[f"letters/v{text.version}-{each.value}.pdf"] = page
    return files


def _logs(store: Store, case: Case) -> dict[str, bytes]:
    history = store.timeline.for_case(case.id)
    lines = ((line.at, line.what, line.old, line.new) for line in history)
    files = {"timeline.csv": csv_bytes(("at", "what", "old", "new"), lines)}
    for name in _LOGS:
        rows = [export_part(entry) for entry in getattr(case, name)]
        if rows:
            cells = ([_cell(cell) for cell in row.values()] for row in rows)
            files[f"logs/{name.replace('_', '-')}.csv"] = csv_bytes(tuple(rows[0]), cells)
    return files


def _told(store: Store, documents: Documents, case: Case) -> dict[str, bytes]:
    """Return the history in sentences, for whoever reads the bundle without this program."""
    guidance = Guidance(documents.resources / "guidance")
    return {
        f"history-{each.value}.txt": timeline_text(
            read_history(store, case.id, guidance, each.value), each.value
        ).encode()
        for each in LetterLanguage
    }


def _proofs(store: Store, items: Sequence[OpenItem], left_out: list[str]) -> dict[str, Path]:
    files = {}
    for item in items:
        for proof in item_file(store, item.id).proofs:
            name = f"proofs/{item.id}/{proof.id}-{safe_name(proof.name)}"
            try:
                files[name] = proof_path(store, item.id, proof.id)
            except CloseoutError:
                left_out.append(name)
    return files


def _device_files(store: Store, case: Case, left_out: list[str]) -> dict[str, Path]:
    files = {}
    for kept in case.device_files:
        name = f"device/{kept.terminal}/{kept.task.value}/{kept.sha256[:12]}-{safe_name(kept.name)}"
        try:
            files[name] = device_file_path(store, kept)
        except CloseoutError:
            left_out.append(name)
    return files


def _filled_forms(store: Store, case: Case, left_out: list[str]) -> dict[str, Path]:
    files = {}
    for place, kept in enumerate(case.filled_forms, 1):
        name = f"forms/{place}-v{kept.version}-{safe_name(PurePosixPath(kept.stored_as).name)}"
        try:
            files[name] = filled_path(store, kept)
        except CloseoutError:
            left_out.append(name)
    return files


def _read(paths: Mapping[str, Path], left_out: list[str]) -> dict[str, bytes]:
    files = {}
    for name, path in paths.items():
        try:
            files[name] = path.read_bytes()
        except OSError:
            left_out.append(name)
    return files


def _bag(case: Case, left_out: list[str]) -> dict[str, bytes]:
    """Return the manifests of the backup, which name every byte of it."""
    files = {}
    for name in _BAG_FILES if case.backup.bag else ():
        try:
            files[f"backup/{name}"] = (Path(case.backup.bag) / name).read_bytes()
        except OSError:
            left_out.append(f"backup/{name}")
    return files


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
