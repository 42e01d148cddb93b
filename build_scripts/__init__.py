"""The portal generator.

`read` turns data packages into one `Catalog` or a list of `Problem`s; `compute` turns the catalog into
findings; `present` turns both, once per language, into `Artifact`s (finished bytes with a path); `publish`
writes them and MkDocs makes the site. Imports go one way only: `tests/test_floors.py` holds the rule.
"""
