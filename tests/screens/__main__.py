"""``make screens``: every page in pairwise settings, looked over, and laid out on contact sheets in ``build/screens``.

Ends with 1 when anything is cut, covered, squeezed or outside. Each screen gets a process of its own: Qt learns once
how large a screen is and how much it is magnified.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.screen import SCREEN, pin_screen
from tests.screens.combinations import SCREENS, Combination, Screen, pairwise

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from pos_closeout.app.window import Application

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 18, 32, tzinfo=UTC)


def main() -> int:
    """Look at everything, or at one screen when its number is given, and return the exit code."""
    out = ROOT / "build" / "screens"
    out.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 1:
        return photograph(SCREENS[int(sys.argv[1])], out)
    for old in out.glob("*.png"):
        old.unlink()
    codes = [_in_process(number, screen, out) for number, screen in enumerate(SCREENS)]
    print(f"{sum(codes)} finding(s); the pictures are in build/screens")
    return int(any(codes))


def _in_process(number: int, screen: Screen, out: Path) -> int:
    """Return how many findings there are on a screen."""
    found = json.loads(SCREEN.read_text(encoding="utf-8"))
    found["screens"][0] |= {"width": screen.width, "height": screen.height}
    pin_screen()
    file = out / f"screen-{number}.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(screen.scale)}
    ran = subprocess.run([sys.executable, "-m", "tests.screens", str(number)], env=environment, cwd=ROOT, check=False)
    file.unlink()
    if ran.returncode > 1:
        raise SystemExit(ran.returncode)
    findings = out / f"findings-{number}.txt"
    return len(findings.read_text(encoding="utf-8").splitlines())


def photograph(screen: Screen, out: Path) -> int:
    """Photograph every page in every setting of a screen, and write down what is wrong."""
    from pos_closeout.app.window import Application, make_application
    from pos_closeout.paths import find_paths
    from tests.screens.sheets import lay_out

    with TemporaryDirectory(prefix="pos-closeout-screens-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        stage = Application(make_application(find_paths(folder), []), find_paths(folder), lambda: NOW)
        findings: list[str] = []
        for number, each in enumerate(found for found in pairwise() if found.screen == screen):
            title = f"{screen.name} {each.language} {each.size.value} {each.scheme.value}"
            pictures = dict(_pictures(stage, each, folder / str(number), findings, title))
            lay_out(pictures, out / f"{title.replace(' ', '-')}.png", title, out / title.replace(" ", "-"))
    for finding in findings:
        print(finding)
    number = SCREENS.index(screen)
    (out / f"findings-{number}.txt").write_text("".join(f"{each}\n" for each in findings), encoding="utf-8")
    return int(bool(findings))


def _pictures(
    stage: "Application", each: Combination, folder: Path, findings: list[str], title: str
) -> Iterator[tuple[str, "QPixmap"]]:
    from pos_closeout.actions.data_folder import open_data_folder
    from pos_closeout.ui.settings.screen_settings import ScreenSettings
    from tests.screens.checks import all_faults
    from tests.screens.pages import every_page

    with open_data_folder(folder, NOW) as store:
        window = stage.window(store, ScreenSettings(each.language, each.size, each.scheme))
        if each.screen.window is not None:
            window.resize(*each.screen.window)
        for page, shown in every_page(window, folder):
            free = shown.screen().availableGeometry()
            if not free.contains(shown.frameGeometry()):
                findings.append(f"{title} · {page}: {shown.frameGeometry()} is not within {free}")
            findings += [f"{title} · {page}: {fault}" for fault in all_faults(shown)]
            yield page, shown.grab()
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    sys.exit(main())
