"""What is done with the list of who is told, and the words for each."""
