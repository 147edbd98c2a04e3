"""Files for other programs: calendar, spreadsheet, e-mail message. Content in, bytes out; nothing is sent."""
