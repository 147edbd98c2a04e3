"""Which word of the glossary the help key shows on each step."""

from pos_closeout.domain.phases import Step

WORD_OF_STEP = {
    Step.PURPOSE: "suspend",
    Step.IDENTITY: "merchant_number",
    Step.ELIGIBILITY: "close_merchant",
    Step.OPEN_ITEMS: "refund",
    Step.IMPACT: "aggregated_code",
    Step.CONTACT: "acquirer",
    Step.BACKUP: "platform_bill",
    Step.APPLICATION: "close_merchant",
    Step.REVIEW: "receipt",
    Step.NOTICES: "stored_value",
    Step.DEVICE: "remove",
    Step.FOLLOW_UP: "deposit",
}
