"""Step 2: everything the acquirer needs to know who asks for which terminal."""
