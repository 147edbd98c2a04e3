"""The settings: what the owner chose for the screen, and the dialog that asks for it."""
