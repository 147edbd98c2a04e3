"""What a closure is: frozen dataclasses and pure functions, standard library only (stdnum for public identifiers)."""
