"""Step 9: handed in, and then?"""
