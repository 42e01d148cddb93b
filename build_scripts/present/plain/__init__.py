"""What an indicator means, in plain words: what is counted, how its latest figure is read, what it does not say."""

from build_scripts.present.plain.meaning import Meaning, meaning

__all__ = ["Meaning", "meaning"]
