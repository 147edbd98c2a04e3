"""Reads what payment platforms export: recognises layouts, yields transactions and problems, never stops at a row."""
