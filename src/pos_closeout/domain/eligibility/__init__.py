"""The checks of the eligibility step, and what they can find."""
