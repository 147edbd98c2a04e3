"""The wizard: rail, the page of one step, side panel, and the case on its way to the disk."""
