"""Slow independent judges of the built site: `make judge`. They need node, npm and Java beside the test tools."""
