"""What a merchant is called in law, as its registered name tells: who stands for it, and how it speaks of itself.

Among enterprises only a company has a legal representative (法定代表人). A partnership carries that word in its name
and is led by a managing partner (合伙企业法第15条、第26条), a branch by a person in charge; a name without 公司 may
be a farm, a school or a sole proprietorship, and leaves open which it is.
"""

from enum import StrEnum

from pos_closeout.domain.case.case import EntityType, Merchant


class LegalForm(StrEnum):
    """How papers name a merchant; the first four are the kinds an owner chooses from."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    MICRO = "micro"
    UNSAID = "unsaid"
    PARTNERSHIP = "partnership"
    BRANCH = "branch"
    UNIT = "unit"


def legal_form(merchant: Merchant) -> LegalForm:
    """Return the form of a merchant; an enterprise without a Chinese name counts as a company."""
    name = merchant.registered_name.strip()
    if merchant.entity_type is not EntityType.COMPANY or not name or name.isascii():
        return LegalForm(merchant.entity_type.value)
    if "合伙" in name:
        return LegalForm.PARTNERSHIP
    if name.endswith(("分公司", "分店", "分行", "营业部")):
        return LegalForm.BRANCH
    return LegalForm.COMPANY if "公司" in name else LegalForm.UNIT
