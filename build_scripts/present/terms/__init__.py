"""The glossary where its words stand: the forms of each term, and the places of a page that say one."""

from build_scripts.present.terms.explain import explained
from build_scripts.present.terms.lexicon import Entry, Lexicon, lexicon_in, lexicon_of

__all__ = ["Entry", "Lexicon", "explained", "lexicon_in", "lexicon_of"]
