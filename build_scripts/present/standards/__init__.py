"""What a dataset publishes: one file a standard or format, each fed by the catalog and the package's own schema."""
