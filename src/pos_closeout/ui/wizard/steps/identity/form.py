"""The form of step 2 as data: which answers there are, how they are called, and what checks them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.case.identifiers import IdentifierVerdict, normalised
from pos_closeout.ui.widgets.number_line import several_numbers


@dataclass(frozen=True, slots=True)
class AnswerField:
    """A text answer: where it is kept, how it is called, and what checks it.

    Attributes:
        hidden: only shown when that is asked for.
        number: puts what is typed into the form that is kept, for numbers.
    """

    place: str
    name: str
    note: str = ""
    hint: str = ""
    check: Callable[[str], IdentifierVerdict] | None = None
    hidden: bool = False
    number: Callable[[str], str] | None = None


class IdentityForm(QObject):
    """The answers of each section, in rows as they stand on the page."""

    def merchant(self) -> tuple[tuple[AnswerField, ...], ...]:
        """Return Part A of the letter."""
        return (
            (
                AnswerField(
                    "merchant.registered_name",
                    self.tr("Registered name"),
                    self.tr("as on the licence"),
                ),
                AnswerField(
                    "merchant.trading_name",
                    self.tr("Shop name"),
                    self.tr("as on the slip"),
                ),
            ),
            (
                AnswerField(
                    "merchant.merchant_number",
                    self.tr("Merchant number"),
                    self.tr("15 characters"),
                    self.tr("At the top of every slip."),
                    identifiers.check_merchant_number,
                    number=normalised,
                ),
                AnswerField(
                    "merchant.other_numbers",
                    self.tr("Other merchant numbers"),
                    self.tr("WeChat, Alipay, UnionPay QR"),
                    number=several_numbers,
                ),
            ),
            (
                AnswerField("merchant.representative", self.tr("Person in charge")),
                AnswerField("merchant.phone", self.tr("Phone"), check=identifiers.check_phone, number=normalised),
                AnswerField("merchant.email", self.tr("E-mail"), check=identifiers.check_email),
            ),
            (
                AnswerField("merchant.registered_address", self.tr("Registered address")),
                AnswerField(
                    "merchant.industry",
                    self.tr("Line of business"),
                    self.tr("or MCC"),
                ),
            ),
            (
                AnswerField("merchant.agreement_number", self.tr("Agreement number"), number=several_numbers),
                AnswerField("merchant.signed_on", self.tr("Agreement signed on")),
            ),
        )

    def acquirer(self) -> tuple[tuple[AnswerField, ...], ...]:
        """Return who can close the merchant, and who brought the machine."""
        return (
            (
                AnswerField(
                    "acquirer.name",
                    self.tr("Full name of the acquirer"),
                    self.tr("not the agent"),
                    self.tr("On the agreement, or the payer of your settlements."),
                    identifiers.check_acquirer_name,
                ),
                AnswerField("acquirer.branch", self.tr("Branch")),
            ),
            (
                AnswerField(
                    "agent.name",
                    self.tr("Agent"),
                    self.tr("if somebody else brought the machine"),
                ),
                AnswerField("agent.phone", self.tr("Agent's phone"), check=identifiers.check_phone, number=normalised),
            ),
        )

    def handler(self) -> tuple[tuple[AnswerField, ...], ...]:
        """Return who goes to the acquirer."""
        return (
            (
                AnswerField(
                    "handler.name",
                    self.tr("Who goes there"),
                    self.tr("if not the person in charge"),
                ),
                AnswerField(
                    "handler.id_number",
                    self.tr("ID number"),
                    check=identifiers.check_resident_id,
                    hidden=True,
                    number=normalised,
                ),
                AnswerField("handler.phone", self.tr("Phone"), check=identifiers.check_phone, number=normalised),
            ),
        )

    def money(self) -> tuple[tuple[AnswerField, ...], ...]:
        """Return part D of the letter."""
        return (
            (
                AnswerField(
                    "settlement.account_name",
                    self.tr("Settlement account in the name of"),
                ),
                AnswerField("settlement.bank", self.tr("Bank and branch")),
                AnswerField(
                    "settlement.account_last4",
                    self.tr("Last 4 digits"),
                    self.tr("never the whole number"),
                    check=identifiers.check_last4,
                    number=normalised,
                ),
            ),
            (
                AnswerField("settlement.last_transaction_on", self.tr("Last transaction")),
                AnswerField("settlement.last_batch_number", self.tr("Last batch number"), number=normalised),
                AnswerField("settlement.last_batch_on", self.tr("Batch settled on")),
            ),
            (
                AnswerField(
                    "settlement.unsettled_fen",
                    self.tr("Not yet settled (¥)"),
                    self.tr("0 if all has arrived"),
                ),
                AnswerField("settlement.unsettled_expected_on", self.tr("Expected on")),
                AnswerField("settlement.fees_due_fen", self.tr("Fees still to pay (¥)")),
            ),
            (
                AnswerField("settlement.deposit_fen", self.tr("Deposit paid (¥)")),
                AnswerField("settlement.deposit_receipt", self.tr("Receipt number"), number=several_numbers),
                AnswerField("settlement.deposit_account", self.tr("Refund the deposit to"), hidden=True),
            ),
            (
                AnswerField("settlement.stop_billing_on", self.tr("Stop charging fees from")),
                AnswerField("letter.contact_after", self.tr("How to reach you afterwards")),
            ),
        )
