"""The pages of the wizard, one file a step."""

from collections.abc import Callable

from pos_closeout.domain.phases import Step
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.steps.application import ApplicationPage
from pos_closeout.ui.steps.backup import BackupPage
from pos_closeout.ui.steps.contact import ContactPage
from pos_closeout.ui.steps.device import DevicePage
from pos_closeout.ui.steps.eligibility import EligibilityPage
from pos_closeout.ui.steps.follow_up import FollowUpPage
from pos_closeout.ui.steps.identity import IdentityPage
from pos_closeout.ui.steps.impact import ImpactPage
from pos_closeout.ui.steps.notices import NoticesPage
from pos_closeout.ui.steps.open_items import OpenItemsPage
from pos_closeout.ui.steps.page import StepPage
from pos_closeout.ui.steps.purpose import PurposePage
from pos_closeout.ui.steps.review import ReviewPage

_PAGES: dict[Step, Callable[[Kit], StepPage]] = {
    Step.PURPOSE: PurposePage,
    Step.IDENTITY: IdentityPage,
    Step.ELIGIBILITY: EligibilityPage,
    Step.OPEN_ITEMS: OpenItemsPage,
    Step.IMPACT: ImpactPage,
    Step.CONTACT: ContactPage,
    Step.BACKUP: BackupPage,
    Step.APPLICATION: ApplicationPage,
    Step.REVIEW: ReviewPage,
    Step.NOTICES: NoticesPage,
    Step.DEVICE: DevicePage,
    Step.FOLLOW_UP: FollowUpPage,
}


def make_page(kit: Kit, step: Step) -> StepPage:
    """Return a new page for a step."""
    return _PAGES[step](kit)
