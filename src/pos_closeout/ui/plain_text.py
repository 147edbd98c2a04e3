"""Text is text: words that came from outside are shown as they stand, also where Qt guesses what they are.

Tool tips, item views and message boxes take a text with tags for a page and load the pictures in it, from another
computer too. Everything they are given passes here; labels are told by ``basic.label`` that theirs is plain.
"""


def shown_plain(text: str) -> str:
    """Return a text that shows as this one where Qt decides by itself between plain and rich text."""
    # Without such a sign Qt takes it for plain; most texts are, and stay what they are.
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<qt><p style="white-space: pre-wrap">{escaped}</p></qt>'


def notification_text(text: str) -> str:
    """Return a text for a notification of the system; on Linux it may be shown as a page."""
    return text.replace("<", "‹").replace(">", "›")
