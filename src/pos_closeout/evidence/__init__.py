"""Bundles of proof: BagIt bags made, read back and verified. Knows files and checksums, not what they mean."""
