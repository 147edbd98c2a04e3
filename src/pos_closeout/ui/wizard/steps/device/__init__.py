"""Step 11: each terminal through its last tasks, in the order that saves money and proof."""
