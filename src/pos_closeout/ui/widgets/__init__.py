"""Small widgets every screen is put together from."""
