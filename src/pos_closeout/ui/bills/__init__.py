"""Reading the bills of the platforms: what they are, what was found in them, and which months are there."""
