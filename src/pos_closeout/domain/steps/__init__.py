"""How far a case has come in the twelve steps, and what home says about it."""
