"""Who you are, which device it is, and why: the three answers that decide what else is asked and printed."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, EntityType, Reason, never_opened
from pos_closeout.domain.device.terminal import DeviceKind, Terminal, device_kind
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, label
from pos_closeout.ui.widgets.choice import ChoiceButton, PictureChoice
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.field_path import write

_LARGE = 1.15
"""From this text size on four tiles side by side would break their words; two and two do not."""


class ThreeQuestions(QWidget):
    """Asks the three questions; nothing is chosen until the owner chooses. ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self.entities = {entity: self._entity(entity, *words) for entity, words in self._entity_words().items()}
        self.kinds = {kind: self._kind(kind, *words) for kind, words in self._kind_words().items()}
        self._reasons = {reason: self._reason(reason) for reason in Reason}
        self._hint = label("", "hint")
        self._note = line_edit(limit=200)
        self._note.textEdited.connect(lambda text: self._told(write(self._case, "request.reason_note", text)))
        self._note_field = Field(
            context, self.tr("In your own words"), self._note, note=self.tr("if you like; goes into the letter")
        )
        self._device = self._device_card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for part in (self._who_card(), self._device, self._why_card()):
            layout.addWidget(part)

    def _entity_words(self) -> dict[EntityType, tuple[str, str]]:
        return {
            EntityType.SOLE_TRADER: (self.tr("Sole trader"), self.tr("个体工商户: a licence in a person's name")),
            EntityType.COMPANY: (self.tr("Company"), self.tr("A licence of a company, with a seal")),
            EntityType.MICRO: (self.tr("A person"), self.tr("小微商户: no licence, opened with an ID card")),
        }

    def _kind_words(self) -> dict[DeviceKind, tuple[str, str]]:
        return {
            DeviceKind.COUNTER: (self.tr("Counter terminal"), self.tr("Keys and a paper slip")),
            DeviceKind.SMART: (self.tr("Smart terminal"), self.tr("A big touch screen, prints slips")),
            DeviceKind.POCKET: (self.tr("Pocket reader"), self.tr("电签POS or MPOS, no paper")),
            DeviceKind.CODE: (self.tr("QR or speaker"), self.tr("A code on a plate or box, no cards")),
        }

    def _entity(self, entity: EntityType, name: str, explanation: str) -> ChoiceButton:
        return ChoiceButton(name, explanation, lambda: self._told(write(self._case, "merchant.entity_type", entity)))

    def _kind(self, kind: DeviceKind, name: str, explanation: str) -> PictureChoice:
        return PictureChoice(self._context.look, kind.value, name, explanation, lambda: self._kind_chosen(kind))

    def _reason(self, reason: Reason) -> QPushButton:
        text = self._context.say(self._context.guidance.reasons[reason].label)
        made = button(self._context.look, text, lambda: self._reason_chosen(reason), kind="chip")
        made.setCheckable(True)
        return made

    def _who_card(self) -> QFrame:
        choices = QGridLayout()
        choices.setSpacing(10)
        for at, choice in enumerate(self.entities.values()):
            choices.addWidget(choice, 0, at)
            choices.setColumnStretch(at, 1)
        return card(label(self.tr("1. Who are you?"), "cardTitle"), choices, spacing=12)

    def _device_card(self) -> QFrame:
        choices = QGridLayout()
        choices.setSpacing(10)
        across = 2 if self._context.look.scale > _LARGE else 4
        for at, choice in enumerate(self.kinds.values()):
            choices.addWidget(choice, at // across, at % across)
            choices.setColumnStretch(at % across, 1)
        hint = label(
            self.tr("Several of different kinds? Choose one, and change the others in the list below."), "hint"
        )
        return card(label(self.tr("2. Which device is to stop?"), "cardTitle"), choices, hint, spacing=12)

    def _why_card(self) -> QFrame:
        held, flow = QWidget(), FlowLayout()
        flow.add_all(*self._reasons.values())
        held.setLayout(flow)
        return card(label(self.tr("3. Why?"), "cardTitle"), held, self._hint, self._note_field, spacing=10)

    def tell(self, case: Case) -> None:
        """Show the answers of a case."""
        self._case = case
        for entity, choice in self.entities.items():
            choice.setChecked(case.merchant.entity_type is entity)
        there = {device_kind(terminal) for terminal in case.terminals}
        for kind, tile in self.kinds.items():
            tile.setChecked(there == {kind})
        for reason, chip in self._reasons.items():
            chip.setChecked(reason in case.request.reasons)
        hints = [self._context.say(self._context.guidance.reasons[reason].hint) for reason in case.request.reasons]
        self._hint.setText("\n".join(hint for hint in hints if hint))
        self._hint.setVisible(bool(self._hint.text()))
        if self._note.text() != case.request.reason_note:
            self._note.setText(case.request.reason_note)
        lacking = Reason.OTHER in case.request.reasons and not case.request.reason_note.strip()
        self._note_field.set_verdict(Tone.AMBER if lacking else None, self.tr("Please say it in a few words."))
        self._device.setVisible(not never_opened(case))

    def _told(self, case: Case) -> None:
        if case == self._case:
            # A press on what is chosen already must not look as if it were taken back.
            self.tell(case)
        else:
            self.changed.emit(case)

    def _kind_chosen(self, kind: DeviceKind) -> None:
        terminals = self._case.terminals or (Terminal(),)
        self._told(replace(self._case, terminals=tuple(replace(each, kind=kind) for each in terminals)))

    def _reason_chosen(self, reason: Reason) -> None:
        given = self._case.request.reasons
        toggled = tuple(each for each in Reason if (each in given) != (each is reason))
        self._told(write(self._case, "request.reasons", toggled))
