"""The backup of a case as a bag, and the evidence bundle at its end."""
