"""Step 7: what goes into the backup, which months are missing, and where data moves next."""
