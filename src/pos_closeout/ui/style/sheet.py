"""The style sheet: Fusion's widgets in the program's own few shapes. Sizes are pixels at text size "normal"."""

from string import Template

from pos_closeout.ui.style.tokens import Tokens

LATIN_FAMILIES = ("Segoe UI", "Open Sans", "Noto Sans", "Liberation Sans")
"""Put in front of the Chinese ones for an English screen: a Chinese font sets “ ” and ’ as wide as a character."""

CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)

_SHEET = Template("""
QMainWindow, QDialog, QWidget#paper, QScrollArea#paper, QScrollArea#paper > QWidget > QWidget { background: $bg; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QToolTip { color: $ink; background: $card; border: 1px solid $line; padding: 4px 8px; }
QMenuBar { background: $card; border-bottom: 1px solid $line; padding: 2px 8px; font-size: ${small}px; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; font-size: ${small}px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $mute; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="panel"] { background: $card; border: none; border-left: 1px solid $line; }
QFrame[role="bottom"] { background: $card; border: none; border-top: 1px solid $line; }
QWidget[role="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="quote"] { border: none; border-left: 3px solid $line; padding-left: 8px; background: transparent; }
QFrame[role="desk"] { background: $desk; border: none; border-left: 1px solid $line; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="cardTitle"] { font-size: ${card_title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="subtitle"] { color: $mute; }
QLabel[role="hint"] { color: $mute; font-size: ${small}px; }
QLabel[role="caption"] { color: $mute; font-size: ${caption}px; }
QLabel[role="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="amber"] { color: $amber; } QLabel[tone="seal"] { color: $seal; }
QLabel[tone="accent"] { color: $accent; }
QPushButton { background: $card; border: 1px solid $edge; border-radius: 6px; padding: 0 ${pad}px;
  min-height: ${control}px; font-size: ${base}px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 3px double $ink; padding: 0 ${pad_focus}px; min-height: ${control_focus}px; }
QPushButton:disabled { color: $mute; border-color: $line; background: $bg; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 3px double $on_accent; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $mute; }
QPushButton[kind="primarySmall"] { background: $accent; border-color: $accent; color: $on_accent;
  min-height: ${control_small}px; font-size: ${small}px; padding: 0 ${pad_small}px; }
QPushButton[kind="primarySmall"]:hover { background: $accent_hover; }
QPushButton[kind="primarySmall"]:focus { border: 3px double $on_accent; padding: 0 ${pad_small_focus}px;
  min-height: ${control_small_focus}px; }
QPushButton[kind="small"] { min-height: ${control_small}px; font-size: ${small}px; padding: 0 ${pad_small}px; }
QPushButton[kind="small"]:focus { padding: 0 ${pad_small_focus}px; min-height: ${control_small_focus}px; }
QPushButton[kind="danger"] { color: $seal; border-color: $seal; }
QPushButton[kind="quiet"] { border-color: transparent; background: transparent; min-height: ${control_small}px;
  padding: 0 6px; }
QPushButton[kind="quiet"]:focus { border: 3px double $ink; padding: 0 4px; min-height: ${control_small_focus}px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="link"] { border: 2px solid transparent; border-radius: 4px; background: transparent; color: $accent;
  padding: 0 2px; min-height: 0; text-decoration: underline; font-size: ${small}px; text-align: left; }
QPushButton[kind="link"]:focus { border: 2px solid $ink; padding: 0 2px; min-height: 0; }
QPushButton[kind="chip"] { border-radius: ${chip_radius}px; min-height: ${control_small}px; font-size: ${small}px;
  padding: 0 14px; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 3px double $ink; padding: 0 12px; min-height: ${control_small_focus}px; }
QPushButton[kind="choice"] { text-align: left; padding: 0; background: $card; }
QPushButton[kind="choice"]:checked { background: $accent_soft; border: 2px solid $accent; padding: 0; }
QPushButton[kind="choice"]:focus { border: 3px double $ink; padding: 0; }
QPushButton::menu-indicator { width: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox { background: $field; border: 1px solid $edge;
  border-radius: 6px; padding: 0 10px; min-height: ${control}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 9px; }
QPlainTextEdit:focus { padding: 5px 7px; }
QLineEdit[verdict="error"] { border-color: $seal; }
QLineEdit[verdict="warning"] { border-color: $amber; }
QLineEdit:disabled, QComboBox:disabled { color: $mute; background: $bg; border-color: $line; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; selection-background-color: $accent_soft;
  selection-color: $ink; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; min-height: ${row}px; background: transparent; border: 2px solid transparent;
  border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $ink; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 3px; background: $field; }
QCheckBox::indicator:checked { image: url("$check"); border-color: $accent; background: $accent_soft; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 9px; background: $field; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QTableView, QTreeView { background: $card; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $ink; font-size: ${small}px; outline: none; }
QListWidget[role="pages"] { background: transparent; border: none; outline: none; font-size: ${base}px; }
QListWidget[role="pages"]::item { padding: 8px 10px; border-radius: 6px; color: $ink; }
QListWidget[role="pages"]::item:selected { background: $accent_soft; border-left: 3px solid $accent; color: $ink; }
QTabWidget::pane { background: $card; border: 1px solid $line; border-radius: 8px; top: -1px; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { padding: 8px 14px; border: none; border-bottom: 2px solid transparent; color: $mute;
  font-size: ${small}px; background: transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $ink; border-radius: 4px; }
QListWidget { background: $field; border: 1px solid $line; border-radius: 6px; outline: none; }
QListWidget::item { padding: 6px 8px; color: $ink; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }
QListWidget::item:selected:focus { border: 2px solid $ink; border-radius: 4px; }
QScrollArea:focus { border: 2px solid $ink; border-radius: 4px; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $mute; border: none; border-bottom: 1px solid $line; padding: 6px 10px;
  font-size: ${caption}px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QCalendarWidget QToolButton { color: $ink; background: $card; border: none; padding: 4px 8px; }
QCalendarWidget QAbstractItemView { background: $card; border: none; border-radius: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
""")


def sheet(tokens: Tokens, scale: float, chevron: str, check: str) -> str:
    """Return the style sheet.

    Args:
        tokens: the colour scheme.
        scale: text size factor, 1.0 is normal.
        chevron: path of the combo box arrow, with forward slashes.
        check: path of the check mark, with forward slashes.
    """
    sizes = {
        "base": 15,
        "title": 24,
        "card_title": 18,
        "small": 14,
        "caption": 13,
        "figure": 32,
        "control": 34,
        "control_small": 30,
        "row": 28,
        "chip_radius": 16,
        "pad": 18,
        "pad_focus": 16,
        "pad_small_focus": 10,
        "pad_small": 12,
    }
    scaled = {name: str(round(size * scale)) for name, size in sizes.items()}
    # A ring takes two pixels more than an edge at either side: what has the keyboard must not be larger for it.
    scaled |= {f"{name}_focus": str(round(sizes[name] * scale) - 4) for name in ("control", "control_small")}
    colours = tokens._asdict()
    return _SHEET.substitute(colours, **scaled, chevron=chevron, check=check)
