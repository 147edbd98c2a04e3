"""Step 8: the letter and the other papers, beside their picture."""
