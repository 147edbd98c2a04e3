"""Builds the Windows installer of POS Closeout on Debian; `python -m builder` in packaging/windows."""
