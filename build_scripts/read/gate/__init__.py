"""What a package must be before anything reads it: pure functions over bytes, names and file modes.

A file per family of threats. Nothing here parses with frictionless, opens an address, or follows a link; everything
found is a `Problem` with its place, and the limits are read before what they limit is parsed.
"""
