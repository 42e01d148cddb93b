"""How long the whole build takes, and how much it writes, on portals of any size; `make bench` runs it."""
