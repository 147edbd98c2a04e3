"""Proof: bags of records that can be checked byte by byte, and copies for others with personal numbers masked."""
