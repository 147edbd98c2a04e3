"""Choosing bills: the place to drop them, and a list that says of each file what it is or why it cannot be read."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pos_closeout.actions.bills.inspect_file import UNMARKED, ColumnMapping, Inspection, Vocabulary, bills_in
from pos_closeout.actions.bills.sample_bill import write_sample_bill
from pos_closeout.actions.bills.table_layouts import known_mappings, remember_mapping
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.bills.chosen_files import ChosenFile, Need, open_columns
from pos_closeout.ui.bills.columns_dialog import ColumnsDialog
from pos_closeout.ui.bills.drop_card import DropCard
from pos_closeout.ui.bills.inspection import InspectedFile, inspect_all
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.layouts_dialog import LayoutsDialog
from pos_closeout.ui.bills.password_dialog import PasswordDialog
from pos_closeout.ui.bills.progress_bar import WorkBar
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.words import Spans, count_shown, span, truncation_notes
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, row
from pos_closeout.ui.widgets.flow import FlowLayout


class ChooseView(QWidget):
    """Looks at files as they come and hands those that are ready to the import."""

    import_asked = Signal(tuple)
    """The owner wants these :class:`ChosenFile` imported."""

    def __init__(self, context: Context, vocabulary: Callable[[], Vocabulary], names: LayoutNames) -> None:
        super().__init__()
        self._context, self._vocabulary, self._names = context, vocabulary, names
        self._files: dict[Path, ChosenFile] = {}
        self._asked_for: set[Path] = set()
        self._under_way: tuple[ChosenFile, ...] = ()
        self._runner = Runner(self._broken_off, self)
        self._runner.progress.connect(self._on_news)
        self._runner.done.connect(self._inspect_next)
        self._table = LinesTable(
            context,
            self.tr("Chosen files"),
            (ColumnHeading(self.tr("File"), 2), ColumnHeading(self.tr("What it is"), 5)),
        )
        self._table.opened.connect(self._do_what_it_needs)
        self._table.delete_asked.connect(self._take_off)
        self._table.chosen.connect(self._offer)
        self.drop = DropCard(context)
        self.drop.files_asked.connect(self.choose_files)
        self.drop.folder_asked.connect(self.choose_folder)
        self.drop.sample_asked.connect(self._add_sample)
        self.drop.layouts_asked.connect(self.show_layouts)
        self._lead = Banner(context)
        self._bar = WorkBar(context)
        self._bar.stop_asked.connect(self._stop_inspecting)
        self._lay_out()
        self._show()

    # What the owner does

    def add(self, paths: Iterable[Path]) -> None:
        """Take files and folders on to the list and look at them."""
        for path in bills_in(paths):
            self._files.setdefault(path, ChosenFile(path))
        self._show()
        self._inspect_next()
        self._table.setFocus()

    def clear(self) -> None:
        """Forget the files, and with them the passwords."""
        self._runner.stop()
        self._files, self._asked_for = {}, set()
        self._show()

    def close_down(self) -> None:
        """Stop looking, before the screen is built anew or closed."""
        self._runner.wait()

    @property
    def inspecting(self) -> bool:
        """Whether files are being looked at just now."""
        return self._runner.running

    def import_ready(self) -> None:
        """Hand over the files that need nothing any more."""
        ready = tuple(each for each in self._files.values() if each.need is Need.NOTHING)
        if ready:
            self._runner.stop()
            self.import_asked.emit(ready)

    def choose_files(self) -> None:
        """Let the owner pick files."""
        kinds = self.tr("Bills (*.csv *.txt *.xls *.xlsx *.xlsm *.ods *.pdf *.eml *.html *.htm *.zip);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose bills"), "", kinds)
        self.add(Path(name) for name in names)

    def choose_folder(self) -> None:
        """Let the owner pick a folder of bills."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of bills"))
        if name:
            self.add([Path(name)])

    def _add_sample(self) -> None:
        self._context.do(
            lambda: write_sample_bill(self._context.data_folder, self._context.today),
            partial(self._lead.tell, Tone.SEAL),
            then=lambda path: self.add([path]),
        )

    # The screen

    def _lay_out(self) -> None:
        look = self._context.look
        self._import = button(look, "", self.import_ready, icon="file-input", kind="primary")
        self._password = button(look, self.tr("Enter the password…"), self._ask_password, icon="lock", kind="small")
        self._columns = button(look, self.tr("Name the columns…"), self._ask_columns, icon="pencil", kind="small")
        self._off = button(look, self.tr("Take off the list"), self._take_off, icon="x", kind="small")
        self._more = button(look, self.tr("More files…"), self.choose_files, icon="plus", kind="small")
        self._ways = QWidget()
        held = QVBoxLayout(self._ways)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(FlowLayout().add_all(self._password, self._columns, self._off, self._more))
        self._go = QWidget()
        line = row(self._import)
        line.addStretch()
        self._go.setLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.drop, self._lead, self._table, self._ways, self._bar, self._go):
            layout.addWidget(part)
        layout.addStretch()

    def _show(self) -> None:
        files = list(self._files.values())
        self.drop.setVisible(not files)
        for part in (self._table, self._ways, self._go):
            part.setVisible(bool(files))
        self._table.show_lines([self._line(each) for each in files])
        ready = sum(each.need is Need.NOTHING for each in files)
        self._import.setText(" " + self.tr("&Import %n bill(s)", "", ready))
        self._import.setEnabled(bool(ready))
        self._tell_needs(files)
        self._offer()

    def _line(self, chosen: ChosenFile) -> TableLine:
        look = self._context.look
        icons = {
            Need.LOOKING: ("hourglass", look.tokens.mute),
            Need.NOTHING: ("circle-check", look.tokens.ok),
            Need.PASSWORD: ("lock", look.tokens.amber),
            Need.COLUMNS: ("circle-help", look.tokens.amber),
            Need.OTHER_FILE: ("octagon-alert", look.tokens.seal),
        }
        icon, colour = icons[chosen.need]
        if chosen.need is Need.NOTHING and chosen.sight is not None and chosen.sight.destroyed:
            icon, colour = "triangle-alert", look.tokens.amber
        return TableLine((chosen.path.name, self._what(chosen)), look.icon(icon, colour, 18), str(chosen.path))

    def _what(self, chosen: ChosenFile) -> str:
        sight = chosen.sight
        if sight is None:
            return self.tr("being looked at …")
        if sight.refusal is not None:
            told = self._context.sentence(sight.refusal)
            maybe = self.tr("If it is a table of payments, you can say what its columns mean.")
            return f"{told} {maybe}" if chosen.need is Need.COLUMNS else told
        parts = [
            self._names.layout(sight.format, "" if sight.mapping is None else sight.mapping.name),
            span(self._context, sight.first, sight.last),
            self.tr("%n row(s)", "", sight.rows).replace(str(sight.rows), count_shown(sight.rows)),
            self.tr("in {income}, out {expense}").format(
                income=self._context.yuan(sight.income_fen), expense=self._context.yuan(sight.expense_fen)
            ),
        ]
        if sight.problems:
            parts.append(self.tr("%n row(s) with a problem", "", sight.problems))
        parts += truncation_notes(sight.footer, sight.rows, sight.announced_rows)
        told = (self.tr(", ") if self._context.language == "en" else "，").join(part for part in parts if part)
        if sight.destroyed:
            told += f"{'. ' if self._context.language == 'en' else '。'}{Spans().numbers_destroyed(sight.destroyed)}"
        if chosen.need is Need.COLUMNS:
            return told + self.tr(". Please check what its columns mean.")
        return told

    def _tell_needs(self, files: list[ChosenFile]) -> None:
        """Lead to the first thing that is needed."""
        locked = [each for each in files if each.need is Need.PASSWORD]
        tables = [each for each in files if each.need is Need.COLUMNS]
        if locked:
            told = self.tr("%n file(s) locked with a password.", "", len(locked))
            self._lead.tell(Tone.AMBER, told, self.tr("Enter the password…"), lambda: self._open_password(locked[0]))
        elif tables:
            told = self.tr("%n table(s) with columns to be checked.", "", len(tables))
            self._lead.tell(Tone.AMBER, told, self.tr("Name the columns…"), lambda: self._open_columns(tables[0]))
        else:
            self._lead.tell(Tone.AMBER, "")

    def _offer(self) -> None:
        """Offer what fits the file in use."""
        chosen = self._in_use()
        need = None if chosen is None else chosen.need
        table = chosen is not None and chosen.sight is not None and chosen.sight.format == UNMARKED
        self._password.setVisible(need is Need.PASSWORD)
        self._columns.setVisible(need is Need.COLUMNS or table)
        self._off.setEnabled(chosen is not None)

    def _in_use(self) -> ChosenFile | None:
        files, at = list(self._files.values()), self._table.row()
        return files[at] if 0 <= at < len(files) else None

    # What is done with a file

    def _do_what_it_needs(self) -> None:
        chosen = self._in_use()
        if chosen is not None and chosen.need is Need.PASSWORD:
            self._open_password(chosen)
        elif chosen is not None and not self._columns.isHidden():
            self._open_columns(chosen)

    def _take_off(self) -> None:
        chosen = self._in_use()
        if chosen is not None:
            del self._files[chosen.path]
            self._show()

    def _ask_password(self) -> None:
        chosen = self._in_use()
        if chosen is not None:
            self._open_password(chosen)

    def _open_password(self, chosen: ChosenFile) -> None:
        def use(password: str) -> None:
            self._again(chosen.afresh(password=password))

        self._open(PasswordDialog(self._context, chosen.path.name, use, self, wrong=chosen.wrong_password))

    def _ask_columns(self) -> None:
        chosen = self._in_use()
        if chosen is not None:
            self._open_columns(chosen)

    def _open_columns(self, chosen: ChosenFile) -> None:
        def use(mapping: ColumnMapping) -> None:
            remember_mapping(self._context.store, mapping)
            self._again(chosen.afresh(mapping=mapping))

        self._context.do(
            lambda: open_columns(chosen, self._vocabulary()),
            partial(self._lead.tell, Tone.SEAL),
            then=lambda columns: self._open(ColumnsDialog(self._context, columns, use, self)),
        )

    def show_layouts(self) -> None:
        """Show the tables whose columns the owner has named."""
        self._context.do(
            lambda: LayoutsDialog(self._context, self), partial(self._lead.tell, Tone.SEAL), then=self._open
        )

    def _open(self, dialog: PasswordDialog | ColumnsDialog | LayoutsDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _again(self, chosen: ChosenFile) -> None:
        self._files[chosen.path] = chosen
        self._show()
        self._inspect_next()

    # Inspecting, one file after the other

    def _inspect_next(self) -> None:
        waiting = [each for each in self._files.values() if each.sight is None]
        if not waiting:
            self._bar.finish()
        if self._runner.running or not waiting:
            return
        self._bar.begin(self.tr("Looking at the files"))
        self._under_way = files = tuple(waiting)
        vocabulary, remembered = self._vocabulary(), known_mappings(self._context.store)
        self._runner.run(lambda job: inspect_all(files, vocabulary, remembered, job))

    def _broken_off(self, error: CloseoutError) -> None:
        """Go on with the next file; one that broke off by itself says so on its line."""
        if error.message_id != "statement.cancelled":
            broken = next((each for each in self._under_way if self._waits(each)), None)
            if broken is not None:
                self._files[broken.path] = replace(
                    self._files[broken.path], sight=Inspection(broken.path, refusal=error)
                )
                self._show()
        self._inspect_next()

    def _waits(self, chosen: ChosenFile) -> bool:
        now = self._files.get(chosen.path)
        return now is not None and now.sight is None

    def _stop_inspecting(self) -> None:
        """Stop, and take the files off the list that nothing is known about."""
        self._runner.stop()
        self._files = {path: each for path, each in self._files.items() if each.sight is not None}
        self._show()

    def _on_news(self, news: object) -> None:
        if isinstance(news, InspectedFile):
            self._take_look(news)
        else:
            self._bar.tell(news)

    def _take_look(self, looked: InspectedFile) -> None:
        before = self._files.get(looked.chosen.path)
        # Taken off the list, or given another password, while it was being read.
        if before is None or before.password != looked.chosen.password:
            return
        self._files[before.path] = replace(before, sight=looked.sight, mapping=looked.mapping or before.mapping)
        self._show()
        chosen = self._files[before.path]
        if chosen.wrong_password and chosen.password:
            self._open_password(chosen)
