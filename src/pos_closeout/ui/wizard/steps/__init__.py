"""The pages of the wizard, one file a step."""

from collections.abc import Callable

from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from pos_closeout.ui.wizard.steps.backup.page import BackupPage
from pos_closeout.ui.wizard.steps.contact.page import ContactPage
from pos_closeout.ui.wizard.steps.device.page import DevicePage
from pos_closeout.ui.wizard.steps.eligibility.page import EligibilityPage
from pos_closeout.ui.wizard.steps.follow_up.page import FollowUpPage
from pos_closeout.ui.wizard.steps.identity.page import IdentityPage
from pos_closeout.ui.wizard.steps.impact.page import ImpactPage
from pos_closeout.ui.wizard.steps.notices.page import NoticesPage
from pos_closeout.ui.wizard.steps.open_items import OpenItemsPage
from pos_closeout.ui.wizard.steps.page import StepPage
from pos_closeout.ui.wizard.steps.purpose.page import PurposePage
from pos_closeout.ui.wizard.steps.review.page import ReviewPage

_PAGES: dict[Step, Callable[[Context], StepPage]] = {
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


def make_page(context: Context, step: Step) -> StepPage:
    """Return a new page for a step."""
    return _PAGES[step](context)
