"""What the checks of identifiers have to say, in plain words under the field."""

from PySide6.QtCore import QObject

from pos_closeout.domain.case.identifiers import IdentifierVerdict, VerdictKind
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.field import Field

_TONES = {
    VerdictKind.OK: Tone.OK,
    VerdictKind.HINT: Tone.ACCENT,
    VerdictKind.WARNING: Tone.AMBER,
    VerdictKind.ERROR: Tone.SEAL,
}


class VerdictWords(QObject):
    """Gives a sentence for each message id of :mod:`pos_closeout.domain.case.identifiers`."""

    def words(self) -> dict[str, str]:
        """Return the sentences by message id."""
        return {
            "checked": self.tr("Checked, the number is consistent."),
            "credit_code.length": self.tr("A credit code has 18 characters, an old registration number 15."),
            "credit_code.characters": self.tr("Only digits and capital letters without I, O, S, V and Z occur here."),
            "credit_code.check_digit": self.tr("One character must be wrong; please compare it with the licence."),
            "credit_code.unusual_authority": self.tr("Unusual but possible. Please compare it with the licence."),
            "registration.check_digit": self.tr("One digit may be wrong; please compare it with the licence."),
            "registration.old": self.tr("An old registration number. A newer licence has an 18-character credit code."),
            "resident_id.shape": self.tr("An ID number has 18 characters, the last one may be X."),
            "resident_id.check_digit": self.tr("One digit must be wrong; please compare it with the ID card."),
            "resident_id.region": self.tr("A region the program does not know. Please compare it with the ID card."),
            "merchant_number.characters": self.tr("A merchant number has letters and digits only."),
            "merchant_number.length": self.tr("Usually 15 characters. Some acquirers differ; please check the slip."),
            "terminal_number.shape": self.tr("Usually 8 letters or digits. Please check the slip."),
            "serial_number.shape": self.tr("Please copy it as it stands on the label, 50 characters at most."),
            "phone.shape": self.tr("This does not look like a phone number in China."),
            "email.shape": self.tr("This does not look like an e-mail address."),
            "last4.shape": self.tr("Only the last 4 digits, please. The whole number is never kept."),
            "acquirer.maybe_agent": self.tr("This sounds like an agent. Who pays out your settlements?"),
        }


def show_verdict(field: Field, verdict: IdentifierVerdict) -> None:
    """Say under a field what a check found; where nothing need be said its hint stays."""
    if not verdict.message_id:
        field.set_verdict(None, "")
        return
    field.set_verdict(_TONES[verdict.kind], VerdictWords().words()[verdict.message_id])


def show_problem(field: Field, problem: str) -> None:
    """Say under a field what cannot be read in it; an empty text takes the sentence away."""
    field.set_verdict(Tone.SEAL if problem else None, problem)


def refuse_card_number(field: Field) -> None:
    """Say under a field that a whole card number is never kept."""
    words = VerdictWords()
    field.set_verdict(Tone.SEAL, words.tr("A whole card number is never kept. Please write the last 4 digits only."))
