"""How much of a file from outside is read, in one place: sizes in bytes, times in seconds of processor time.

Two kinds of limits stand here. Those of a kind of file are asked by its reader, which refuses with a sentence of its
own. Those of the process hold whatever a reader does; the reading of a file that reaches them is ended.
"""

MAX_BYTES = 1 << 30
"""Largest file that is read: one GiB. A year of a busy shop in the widest layout stays below."""

MAX_LINE_BYTES = 1 << 18
"""Longest line of a text; a longer one is no bill."""

MAX_COLUMNS = 500
"""Columns beyond this are a broken file, not a bill; the widest known layout has 50."""

MAX_CELL_CHARACTERS = 2_000
"""Length to which a cell is kept with its row; the longest note of a platform has some hundreds."""

MAX_PROBLEMS = 10_000
"""Problems after which a file is taken for something else than a bill."""

MAX_OTHER_ROWS = 100_000
"""Rows with something in them that are no lines of a bill; some bills repeat their header on every page."""

MAX_BLANK_ROWS = 1_100_000
"""Rows with nothing in them: a sheet that was formatted to its end has 1,048,576."""

MAX_CELL_LINES = 50
"""Lines that one quoted cell may run over; more, and its quotation mark was never closed."""

MAX_QUOTED_CHARACTERS = 100_000
"""Longest line whose quotation marks are respected; ``csv`` refuses longer cells."""

MAX_MEMBERS = 200
"""Files in an archive."""

MAX_SHEET_BYTES = 300 << 20
"""Largest unpacked workbook; a full sheet of a million rows stays below."""

BOMB_RATIO = 250
BOMB_BYTES = 20 << 20
"""An archive in which something larger than this grows more than ``BOMB_RATIO`` times is a trap."""

MAX_OLE_BYTES = 64 << 20
"""Largest .xls: 65,536 rows of 256 columns do not reach it."""

MAX_CELLS = 40_000_000
"""Largest rectangle of a sheet: calamine keeps every cell of it, empty or not, at about 32 bytes."""

MAX_CONTACTS = 5_000
"""Rows or cards of an address book that are read; that of a shop is smaller."""

MAX_CARDS_BYTES = 16 << 20
"""Largest file of vCards."""

MAX_CARD_LINE = 100_000
"""Longest line of a vCard once it is unfolded, in characters; a picture in a card is cut there."""

MAX_CARD_LINES = 1_000_000
"""Lines of a file of vCards that are read."""

MEMORY = 450 << 20
"""Memory of the process that reads, with ``MEMORY_FOR_A_BYTE`` for each of the file up to ``MEMORY_AT_MOST``."""

MEMORY_FOR_A_BYTE = 16
MEMORY_AT_MOST = 1_600 << 20

SECONDS = 1.5
"""Processor time in which a reader must get on: rows read, a page done. ``SECONDS_FOR_A_MIB`` of the file come on top,
as a sheet is parsed in one go."""

SECONDS_FOR_A_MIB = 0.6

SILENT_SECONDS = 60.0
"""Time by the clock after which a process that says nothing is given up, at the least: a dead network never ends."""

MAX_MESSAGE_BYTES = 16 << 20
"""Longest message of the process that reads."""


FORM_SECONDS = 30.0
"""Processor time for a form, which is read in one go: a scan of twenty pages is straightened and searched for lines."""

FORM_MEMORY = MEMORY_AT_MOST
"""Memory for a form: a photo is unpacked and turned, whatever the size of its file."""

MAX_FORM_BYTES = 512 << 20
"""Most that the process may say about one form."""

MAX_FORM_PAGES = 20
"""Pages of a form; longer ones are contracts."""

MAX_PAGE_SIDE = 16_000
"""Longest side of the picture of a page, in pixels."""

SHOWN_SCALE, SHOWN_PIXELS = 2.0, 24_000_000
"""Pixels a point, and of all pages together, of a form on the screen: 96 MB once they are unpacked there."""

PRINTED_SCALE, PRINTED_PIXELS = 300 / 72, 120_000_000
"""The same on paper, where they stay packed: 300 to the inch for a dozen pages."""


def memory_for(size: int) -> int:
    """Return the memory, in bytes, in which a file of ``size`` bytes must be read."""
    return min(MEMORY + MEMORY_FOR_A_BYTE * size, MEMORY_AT_MOST)


def seconds_for(size: int) -> float:
    """Return the processor time in which the reader of a file of ``size`` bytes must get on."""
    return SECONDS + SECONDS_FOR_A_MIB * size / (1 << 20)


def silence_for(size: int) -> float:
    """Return how long the process may be silent by the clock; a busy machine takes many times the processor time."""
    return max(SILENT_SECONDS, 10 * seconds_for(size))
