"""Home: the cases and what comes next, and what is done with a case from there."""
