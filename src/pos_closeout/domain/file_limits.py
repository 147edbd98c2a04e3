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

MAX_MAIL_BYTES = 100 << 20
"""Largest e-mail; providers refuse more than half of it."""

MAX_PAGE_BYTES = 20 << 20
"""Largest web page: what a browser still shows in seconds."""

MAX_ENCLOSED = 200
"""Parts of an e-mail."""

MAX_MAIL_TABLES, MAX_MAIL_ROWS = 50, 100_000
"""Tables in the text of an e-mail, and rows of all of them."""

MAX_PAGES = 500
"""Pages of a statement: a year of a busy account stays below."""

MAX_PDF_BYTES = 200 << 20
"""Largest PDF of a statement; they have some ten thousand bytes a page, scans more."""

MAX_GLYPHS, MAX_RULES, MAX_OBJECTS = 100_000, 20_000, 200_000
"""Characters, lines, and drawn things on a page of a statement."""

MAX_STREAM_BYTES = 64 << 20
"""Largest unpacked stream of a PDF that is looked through for damage."""

MAX_ANSWER_BYTES = 1 << 16
"""Largest file that may say that there is no bill for a day."""

MAX_LOCKED_XLS = 16 << 20
"""Largest .xls with a password: it is unlocked byte by byte, at some 20 bytes of memory for each."""

MAX_ROUNDS = 1_000_000
"""Rounds of the key of a locked workbook: Excel makes 100,000; one that asks for more is made to keep us busy."""

MAX_LAYOUT_BYTES, MAX_FORM_LAYOUTS_BYTES = 64 << 10, 4 << 20
"""Largest file of one table layout, and of the answers on forms, that somebody else hands on."""

MAX_CASE_MB = 8
"""Largest case in JSON, in MiB."""

MAX_PROOF_MB = 200
"""Largest file that is kept as proof, in MiB; it is copied, not read."""

MAX_SEEN_BYTES = 64 << 20
"""Unpacked bytes of one file that are looked through for card numbers before it is kept."""

MAX_FAULTS = 1_000
"""Faults of a bundle that are named."""

MAX_MANIFEST_BYTES = 64 << 20
"""Largest list of what is in everything.closeout."""

MAX_BUNDLE_BYTES = 512 << 20
"""Largest evidence bundle: it is held in memory while it is made and read back."""

MEMORY = 450 << 20
"""Memory of the process that reads, with ``MEMORY_FOR_A_BYTE`` for each of the file up to ``MEMORY_AT_MOST``."""

MEMORY_FOR_A_BYTE = 16
MEMORY_AT_MOST = 1_600 << 20

SECONDS = 1.5
"""Processor time in which a reader must get on: rows read, a page done. ``SECONDS_FOR_A_MIB`` of the file come on top,
as a sheet is parsed in one go."""

SECONDS_FOR_A_MIB = 0.6

LOADING_SECONDS = 6.0
"""Processor time on top until a reader is loaded: more than a second on a slow machine that has not compiled it yet."""

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

MAX_FORM_FILE, MAX_FORM_PART, MAX_FORM_PARTS = 50 << 20, 40 << 20, 5_000
"""Largest form; largest unpacked part of a Word or Excel file that is read, and how many parts it may have."""

MAX_FORM_ELEMENTS = 2_000_000
"""Elements in the XML of a form."""

MAX_FORM_ROWS, MAX_FORM_COLUMNS = 300, 60
"""Cells of a sheet that are looked at; what lies beyond is no form."""

MAX_FORM_SIGNS, MAX_FORM_OBJECTS, MAX_FORM_EDGES = 60_000, 40_000, 400
"""Characters and drawn things on a page of a form, and rules across or down one of its tables."""

MAX_FORM_PIXELS = 80_000_000
"""Largest photo of a form; telephones make up to 50 million."""

MAX_PAGE_SIDE = 16_000
"""Longest side of the picture of a page, in pixels."""

SHOWN_SCALE, SHOWN_PIXELS = 2.0, 24_000_000
"""Pixels a point, and of all pages together, of a form on the screen: 96 MB once they are unpacked there."""

PRINTED_SCALE, PRINTED_PIXELS = 300 / 72, 120_000_000
"""The same on paper, where they stay packed: 300 to the inch for a dozen pages."""


def bundle_memory(size: int) -> int:
    """Return the memory, in bytes, for a bundle of ``size`` bytes: it is held, unpacked and packed again."""
    return MEMORY + 4 * min(size, MAX_BUNDLE_BYTES + MAX_MANIFEST_BYTES)


def memory_for(size: int) -> int:
    """Return the memory, in bytes, in which a file of ``size`` bytes must be read."""
    return min(MEMORY + MEMORY_FOR_A_BYTE * size, MEMORY_AT_MOST)


def seconds_for(size: int) -> float:
    """Return the processor time in which the reader of a file of ``size`` bytes must get on."""
    return SECONDS + SECONDS_FOR_A_MIB * size / (1 << 20)


def silence_for(size: int) -> float:
    """Return how long the process may be silent by the clock; a busy machine takes many times the processor time."""
    return max(SILENT_SECONDS, 10 * seconds_for(size))
