"""A case: one merchant asking one acquirer to take card terminals out of service, with all its parts."""
