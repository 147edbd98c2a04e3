"""Reads files from outside in a process of its own, which can die without harm.

``process`` starts and watches it, ``worker`` runs in it, ``frames`` is what they say to each other, ``readings`` and
``results`` put what is read into frames and back, ``confinement`` sets the limits of memory and time. What the process
says is plain JSON and is checked like any other input.
"""
