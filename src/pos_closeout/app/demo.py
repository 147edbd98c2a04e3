"""``demo``: plays the sample case and leaves the papers and a picture of every screen, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from pos_closeout.actions.backup.backup import make_backup, records_of
from pos_closeout.actions.backup.bundle import check_bundle, make_bundle
from pos_closeout.actions.bills.bills import takings
from pos_closeout.actions.bills.sample_bill import sample_bill
from pos_closeout.actions.cases.cases import list_cases, save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.forms.forms import fill_form
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.deliveries import write_message
from pos_closeout.actions.papers.impact import draw_impact
from pos_closeout.actions.papers.letter import draw_letter, draw_open_items, open_documents
from pos_closeout.actions.papers.list_files import export_calendar, export_list
from pos_closeout.actions.papers.pages import draw_closing_report, draw_poster
from pos_closeout.actions.papers.papers import draw_paper
from pos_closeout.app.window import Application, local_now, make_application
from pos_closeout.domain.case.case import Handler, LetterLanguage
from pos_closeout.domain.case.issued_papers import DRAWN_PAPERS, PaperKind
from pos_closeout.domain.device.terminal import Condition
from pos_closeout.domain.errors import DocumentError, EvidenceError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.fitting_papers import to_the_acquirer
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.impact_texts import load_impact_texts
from pos_closeout.paths import Paths
from pos_closeout.ui.settings.screen_settings import ScreenSettings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme

_SIZE = (1280, 800)
"""Of every picture, whatever screen there is."""
_SETTLE_MS = 80
_PREVIEW_MS = 900
"""QPdfView draws its pages on a thread and does not say when it is done."""


def run_demo(paths: Paths, out: Path) -> list[Path]:
    """Write the demo into ``out`` and return the files written, in order.

    The sample case lives in a folder of its own that is gone afterwards; the owner's data is not touched.

    Raises:
        CloseoutError: when a part of the program does not work.
        OSError: when ``out`` cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    stage = Application(make_application(paths, []), paths)
    with (
        TemporaryDirectory(prefix="pos-closeout-demo-", ignore_cleanup_errors=True) as folder,
        open_data_folder(Path(folder) / "data", local_now()) as store,
    ):
        add_sample_case(store, local_now().date(), local_now())
        written = [*_write_papers(store, paths, out), *_write_further_papers(store, paths, out)]
        _back_up(store, out)
        written += _write_end(store, paths, out)
        for language in ("zh", "en"):
            written += _photograph(stage, store, ScreenSettings(language, scheme=Scheme.LIGHT), out)
        written.append(_photograph_dark(stage, store, out))
        for language in ("zh", "en"):
            written += _photograph_forms(stage, store, language, out)
        for language in ("zh", "en"):
            with open_data_folder(Path(folder) / f"bills-{language}", local_now()) as fresh:
                add_sample_case(fresh, local_now().date(), local_now())
                written += _photograph_bills(stage, fresh, language, out)
    return written


def _write_papers(store: Store, paths: Paths, out: Path) -> list[Path]:
    documents, today = open_documents(paths.resources), local_now().date()
    cases = list_cases(store)
    case, items = cases[0], list_items(store)
    papers = {
        "letter-zh.pdf": draw_letter(documents, case, items, LetterLanguage.CHINESE, today),
        "letter-en.pdf": draw_letter(documents, case, items, LetterLanguage.ENGLISH, today),
        "open-items.pdf": draw_open_items(documents, items, cases, LetterLanguage.CHINESE, today),
        "open-items-en.pdf": draw_open_items(documents, items, cases, LetterLanguage.ENGLISH, today),
    }
    by_id = {case.id: case for case in cases}
    for language in LetterLanguage:
        papers |= {
            f"open-items-{language}{suffix}": export_list(
                items, by_id, documents, language, today, spreadsheet=suffix == ".xlsx"
            )
            for suffix in (".xlsx", ".csv")
        }
        papers[f"calendar-{language}.ics"] = export_calendar(store, documents, language, local_now())
    for name, data in papers.items():
        (out / name).write_bytes(data)
    return [out / name for name in papers]


def _write_further_papers(store: Store, paths: Paths, out: Path) -> list[Path]:
    """Write every other paper in both languages, and the e-mail with those for the acquirer.

    The sample case has no handler, lost terminal or disputed fee, so here it is given them.
    """
    documents, today = open_documents(paths.resources), local_now().date()
    case = list_cases(store)[0]
    first, *others = case.terminals
    case = replace(
        case,
        handler=Handler("林小雨", "310101199001011234", "13900139000"),
        terminals=(first, *(replace(each, condition=Condition.LOST) for each in others)),
    )
    fee = OpenItem(case_id=case.id, kind=ItemKind.FEE, amount_fen=48_00, original_on=today, note="流量费")
    items = (*list_items(store), fee)
    written = []
    for kind in DRAWN_PAPERS:
        for language in LetterLanguage if kind is not PaperKind.LETTER else ():
            path = out / f"{kind}-{language}.pdf"
            path.write_bytes(draw_paper(documents, kind, case, items, language=language, today=today))
            written.append(path)
    kinds = to_the_acquirer(case, items)
    _, mail = write_message(documents, kinds, case, items, language=LetterLanguage.CHINESE, to="", today=today)
    (out / "application.eml").write_bytes(mail)
    return [*written, out / "application.eml"]


def _back_up(store: Store, out: Path) -> None:
    """Make a real bag of the sample case, so that its page and the device step show what they show an owner."""
    folder = out / "backup"
    folder.mkdir(exist_ok=True)
    case, now = list_cases(store)[0], local_now()
    case = replace(case, backup=replace(case.backup, folder=str(folder)))
    done = make_backup(case, records_of(store, case), now.date(), lambda _done, _total, _name: None)
    save_case(store, done.case, now)


def _write_end(store: Store, paths: Paths, out: Path) -> list[Path]:
    """Write impact, poster and closing report in both languages, and the evidence bundle, read back and checked."""
    documents, today = open_documents(paths.resources), local_now().date()
    case = list_cases(store)[0]
    items, counted = list_items(store, case.id), takings(store, case.id)
    texts = load_impact_texts(paths.resources / "guidance")
    written = []
    for language in LetterLanguage:
        papers = {
            "impact": draw_impact(documents, case, counted, texts, language=language, today=today),
            "poster": draw_poster(documents, case, items, language, today),
            "closing-report": draw_closing_report(documents, case, items, language, today),
        }
        for name, data in papers.items():
            written.append(out / f"{name}-{language}.pdf")
            written[-1].write_bytes(data)
    made = make_bundle(store, documents, case.id, LetterLanguage.CHINESE, local_now())
    bundle = out / "evidence.zip"
    bundle.write_bytes(made.data)
    if check_bundle(bundle, made.checked.id).faults:
        raise EvidenceError("bundle.not_a_bundle")
    return [*written, bundle]


def _photograph(stage: Application, store: Store, settings: ScreenSettings, out: Path) -> list[Path]:
    """Photograph home, every step and the outstanding list in one language."""
    window = stage.window(store, settings)
    window.resize(*_SIZE)
    window.show()
    window.tell_due()
    written = [_shoot(window, out / f"home-{settings.language}.png")]
    window.open_sample()
    for number, step in enumerate(Step, 1):
        window.show_step(step)
        name = f"step-{number:02d}-{step.value.replace('_', '-')}-{settings.language}.png"
        written.append(_shoot(window, out / name, _PREVIEW_MS if step is Step.APPLICATION else _SETTLE_MS))
    window.show_list()
    written.append(_shoot(window, out / f"list-{settings.language}.png"))
    window.close()
    return written


def _photograph_forms(stage: Application, store: Store, language: str, out: Path) -> list[Path]:
    """Fill three forms of acquirers' for the sample case, and photograph the review of each."""
    window = stage.window(store, ScreenSettings(language, scheme=Scheme.LIGHT))
    window.resize(*_SIZE)
    window.show()
    window.open_sample()
    documents, written = open_documents(stage.paths.resources), []
    forms = window.workspace.forms
    for path in sorted((stage.paths.resources / "samples/forms").iterdir()):
        forms.read(path)
        _wait_while(lambda: forms.reading)
        form = forms.form
        if form is None or form.path != path:
            raise DocumentError("document.not_written", path=str(path), reason="")
        filled = out / f"form-{path.stem}-filled{form.read.suffix}"
        filled.write_bytes(fill_form(form, documents, local_now().date()).data)
        written += [filled, _shoot(window, out / f"form-{path.stem}-{language}.png")]
    window.close()
    return written


def _photograph_bills(stage: Application, store: Store, language: str, out: Path) -> list[Path]:
    """Import a sample bill into the sample case and photograph what came of it."""
    bill = store.database.path.with_name("微信交易账单.csv")
    bill.write_bytes(sample_bill(local_now().date()))
    window = stage.window(store, ScreenSettings(language, scheme=Scheme.LIGHT))
    window.resize(*_SIZE)
    window.show()
    window.open_sample()
    window.show_bills([bill])
    page = window.workspace.bills
    _wait_while(lambda: page.choose.inspecting)
    written = [_shoot(window, out / f"bills-1-chosen-{language}.png")]
    page.choose.import_ready()
    _wait_while(lambda: page.importing.running)
    for tab, name in enumerate(("2-result", "3-finds", "4-look-again", "5-months", "6-imported")):
        page.show_tab(tab)
        written.append(_shoot(window, out / f"bills-{name}-{language}.png"))
    window.close()
    return written


def _wait_while(busy: Callable[[], bool]) -> None:
    while busy():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _photograph_dark(stage: Application, store: Store, out: Path) -> Path:
    window = stage.window(store, ScreenSettings("zh", scheme=Scheme.DARK))
    window.resize(*_SIZE)
    window.show()
    window.show_list()
    path = _shoot(window, out / "list-zh-dark.png")
    window.close()
    return path


def _shoot(window: MainWindow, path: Path, wait_ms: int = _SETTLE_MS) -> Path:
    """Let the window settle, then save what it shows."""
    if not window.at_home:
        window.workspace.papers.wait()
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()
    window.grab().save(str(path))
    return path
