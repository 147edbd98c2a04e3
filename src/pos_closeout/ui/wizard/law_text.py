"""An article of law for whoever wants to read more than its name."""

from pos_closeout.guidance.texts import LawText
from pos_closeout.ui.context import Context


def law_text(context: Context, law: LawText) -> str:
    """Return the words of an article where they are known, what it means, and when its text was last compared."""
    parts = [f"「{law.quote}」" if law.quote else "", context.say(law.gist), f"({law.checked})"]
    return "\n".join(part for part in parts if part)
