"""The window: Qt widgets that show a case and hand every answer on. No SQL, no typesetting, nothing slow."""
