"""Findings become finished files: pages, charts, reports. No disk, no clock."""
