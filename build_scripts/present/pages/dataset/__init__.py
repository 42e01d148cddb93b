"""The parts of a dataset's page and its downloads, made for any tabular package, ours or a stranger's."""
