"""The form of step 2 as data: which answers there are, how they are called, and what checks them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.case.identifiers import IdentifierVerdict


@dataclass(frozen=True, slots=True)
class AnswerField:
    """A text answer: where it is kept, how it is called, what checks it, and whether it is hidden until asked for."""

    place: str
    name: str
    note: str = ""
    hint: str = ""
    check: Callable[[str], IdentifierVerdict] | None = None
    hidden: bool = False


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
                ),
                AnswerField(
                    "merchant.other_numbers",
                    self.tr("Other merchant numbers"),
                    self.tr("WeChat, Alipay, UnionPay QR"),
                ),
            ),
            (
                AnswerField("merchant.representative", self.tr("Person in charge")),
                AnswerField("merchant.phone", self.tr("Phone"), check=identifiers.check_phone),
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
                AnswerField("merchant.agreement_number", self.tr("Agreement number")),
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
                AnswerField("agent.phone", self.tr("Agent's phone"), check=identifiers.check_phone),
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
                    "handler.id_number", self.tr("ID number"), check=identifiers.check_resident_id, hidden=True
                ),
                AnswerField("handler.phone", self.tr("Phone"), check=identifiers.check_phone),
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
                ),
            ),
            (
                AnswerField("settlement.last_transaction_on", self.tr("Last transaction")),
                AnswerField("settlement.last_batch_number", self.tr("Last batch number")),
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
                AnswerField("settlement.deposit_receipt", self.tr("Receipt number")),
                AnswerField("settlement.deposit_account", self.tr("Refund the deposit to"), hidden=True),
            ),
            (
                AnswerField("settlement.stop_billing_on", self.tr("Stop charging fees from")),
                AnswerField("letter.contact_after", self.tr("How to reach you afterwards")),
            ),
        )
