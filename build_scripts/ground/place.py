"""Where the project lies."""

from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[2]
"""Where mkdocs.yml and docs/ lie: what a root does not bring falls back to these."""
