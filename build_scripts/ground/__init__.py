"""What every floor stands on: files, digests, what was kept. The standard library alone, so that it is there at once."""
