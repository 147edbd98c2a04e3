"""The window around everything: main window, menus, tray, start, and the single instance."""
