"""The acquirer's own form: what its places mean, and what of a case may be written there."""
