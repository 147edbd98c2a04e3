"""How to stop in an app: steps, who may, what it does not do, and where that was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.eligibility.routes import Route
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

_MARKS = frozenset({"confirmed", "reported"})


@dataclass(frozen=True, slots=True)
class RouteText:
    """One way.

    Attributes:
        who: who may go it.
        steps: what to press, in order.
        when: from when it works.
        not_done: what it leaves to do.
        still: what is worth sending all the same.
        checked: the month it was read, such as ``2026-11``.
        confirmed: the institution itself says it; else others report it.
    """

    name: Bilingual
    who: Bilingual
    steps: tuple[Bilingual, ...]
    when: Bilingual
    not_done: tuple[Bilingual, ...]
    still: Bilingual
    source: Bilingual
    checked: str
    confirmed: bool


def load_routes(folder: Path) -> Mapping[Route, RouteText]:
    """Read ``routes.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {Route(name): _route(section) for name, section in read_sections(folder, "routes.toml", Route).items()}


def _route(section: TextSection) -> RouteText:
    section.only(("name", "who", "steps", "when", "not_done", "still", "source", "checked", "mark"))
    if section.string("mark") not in _MARKS:
        raise section.broken("mark")
    return RouteText(
        name=section.text("name"),
        who=section.text("who"),
        steps=section.texts("steps"),
        when=section.text("when"),
        not_done=section.texts("not_done"),
        still=section.text("still"),
        source=section.text("source"),
        checked=section.string("checked"),
        confirmed=section.string("mark") == "confirmed",
    )
