"""Values of Qt's properties as numbers, for what home is made of.

To name one of them as ``Qt.…`` has PySide6 make all hundred and forty enumerations of that namespace, which takes a
twentieth of the start; ``setProperty`` takes the number.
"""

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``"""

RIGHT_TO_LEFT = 1
"""``Qt.LayoutDirection.RightToLeft``"""

NO_FOCUS = 0
"""``Qt.FocusPolicy.NoFocus``"""

NEVER_SCROLLS = 1
"""``Qt.ScrollBarPolicy.ScrollBarAlwaysOff``"""

AT_THE_TOP, IN_THE_MIDDLE = 0x20, 0x80
"""``Qt.AlignmentFlag.AlignTop`` and ``AlignVCenter``"""
