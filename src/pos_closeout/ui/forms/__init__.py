"""The acquirer's own form on the screen: its picture, its places, and what the case knows."""
