"""A data folder for the sample alone: nothing of it is ever added to the owner's own, and it goes with the sample."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import open_data_folder


class SampleFolder:
    """Holds the invented case in a folder of its own, made now and gone after :meth:`close`.

    Args:
        now: an aware time; the dates of the case lie around it.

    Raises:
        CloseoutError: the folder cannot be made.
    """

    def __init__(self, now: datetime) -> None:
        # Where a file is still open elsewhere Windows does not let it go; the system clears its own folder then.
        self._folder = TemporaryDirectory(prefix="pos-closeout-sample-", ignore_cleanup_errors=True)
        self.store = open_data_folder(Path(self._folder.name), now)
        add_sample_case(self.store, now.date(), now)

    def close(self) -> None:
        """Close the store and take the folder away."""
        self.store.close()
        self._folder.cleanup()
