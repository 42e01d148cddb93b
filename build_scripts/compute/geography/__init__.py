"""Geography that knows time: figures carried back to later boundaries, views of a series, standing, map steps."""
