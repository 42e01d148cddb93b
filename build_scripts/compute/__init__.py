"""Pure functions of the catalog: points, ranks, coverage, summaries. Nothing here knows a language or a file."""
