"""``python -m pos_closeout``: hands over to the composition root."""

import sys

from pos_closeout.app import main

if __name__ == "__main__":
    sys.exit(main())
