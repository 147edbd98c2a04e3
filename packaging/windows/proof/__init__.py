"""Proves the installer under Wine on a virtual screen; runs inside the Debian folder, started by prove.py."""
