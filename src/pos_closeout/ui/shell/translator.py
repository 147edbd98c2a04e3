"""The language of the screen: loads the translations of the program and of Qt's own dialogs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class ScreenTranslator:
    """Switches the application's language at run time.

    Args:
        app: the application.
        folder: the folder of the program's ``.qm`` files.
    """

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        self._app, self._folder = app, folder
        self._loaded: list[QTranslator] = []

    def use_language(self, language: str) -> None:
        """Switch to ``zh`` or ``en``; widgets made from now on speak it."""
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = []
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        ours = "pos_closeout_zh_CN" if language == "zh" else "pos_closeout_en"
        self._load(ours, str(self._folder))
        if language == "zh":
            self._load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._loaded.append(translator)
