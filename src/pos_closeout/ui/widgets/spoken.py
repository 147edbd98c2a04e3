"""What a screen reader takes a widget for, where that is something else than Qt guesses from its class."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_HELD = "_spoken"


class _Spoken(QAccessibleWidget):
    """Says another role of a widget; name, place and description stay those of the widget."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget, self._role = widget, role

    def role(self) -> QAccessible.Role:
        """Return the role."""
        return self._role

    def state(self) -> QAccessible.State:
        """Return the state; of a button also whether it is chosen."""
        state = super().state()
        if isinstance(self._widget, QAbstractButton):
            listed = self._role in {QAccessible.Role.ListItem, QAccessible.Role.PageTab}
            told = {
                "selectable": listed,
                "selected": listed and self._widget.isChecked(),
                "checkable": not listed and self._widget.isCheckable(),
                "checked": not listed and self._widget.isChecked(),
            }
            for name, holds in told.items():
                # By name: Qt's bit fields are missing from the stubs.
                setattr(state, name, int(holds))
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done: a button is pressed."""
        names = list(super().actionNames())
        return ["Press", *names] if isinstance(self._widget, QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Do it."""
        if name == "Press" and isinstance(self._widget, QAbstractButton):
            self._widget.click()
        else:
            super().doAction(name)


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for what it is; called once for a widget."""
    spoken = _Spoken(widget, role)
    # Qt owns it from now on and lets it go with the widget; the reference keeps Python from letting it go before.
    setattr(widget, _HELD, spoken)
    QAccessible.registerAccessibleInterface(spoken)


def make_one_of_several(button: QAbstractButton) -> None:
    """Let a button be chosen in the place of the others beside it, and have it said that only one of them can be."""
    button.setCheckable(True)
    speak_as(button, QAccessible.Role.RadioButton)
