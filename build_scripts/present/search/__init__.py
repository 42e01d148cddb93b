"""The search page: an index of every page of one language, which a script narrows and ranks."""

from build_scripts.present.search.page import search_pages

__all__ = ["search_pages"]
