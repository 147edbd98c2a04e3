"""What an owner can do: one function a verb, by subject; the window and the command line call the same ones.

A verb takes the open ``Store`` first and the time last, checks what it is handed, changes everything or nothing, and
raises ``CloseoutError`` subclasses. It is the only door to the rooms that store, read and make things.
"""
