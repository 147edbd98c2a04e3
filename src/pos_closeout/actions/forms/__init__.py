"""The acquirer's own form: read it, look at it, fill it, keep the copy."""
