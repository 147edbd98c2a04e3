"""How everything looks: tokens, icons, palette and style sheet in one place."""
