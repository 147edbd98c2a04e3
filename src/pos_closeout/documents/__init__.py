"""Papers as PDF: typesetting (fonts, lines, tables, pages) apart from what they say."""
