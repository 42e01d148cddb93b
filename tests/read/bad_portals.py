"""Broken portals: the good one with a small change each."""

import json
import os
import shutil
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
GOOD = DATA / "good"
BAD = DATA / "bad"


def bad_portal(code, root):
    """Copy the good portal to `root` and apply the change that `code` is about."""
    shutil.copytree(GOOD, root, dirs_exist_ok=True)
    patch = json.loads((BAD / code / "patch.json").read_text(encoding="utf-8"))
    for path in patch.get("delete", []):
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()
    for path, text in patch.get("write", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    for path, digits in patch.get("hex", {}).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(bytes.fromhex(digits))
    for path, size in patch.get("fill", {}).items():
        (root / path).write_bytes(b" " * size)
    for path, target in patch.get("link", {}).items():
        (root / path).symlink_to(target)
    spoil(patch, root)
    for path, pairs in patch.get("replace", {}).items():
        replace(root / path, pairs)
    return root


def spoil(patch, root):
    """Do what no text can: modes, second names, pipes, long files."""
    for path, mode in patch.get("mode", {}).items():
        (root / path).chmod(int(mode, 8))
    for path, twin in patch.get("twin", {}).items():
        os.link(root / path, root / twin)
    for path, (head, text, times) in patch.get("repeat", {}).items():
        (root / path).write_text(head + text * times, encoding="utf-8")
    for path in patch.get("pipe", []):
        os.mkfifo(root / path)


def replace(file, pairs):
    text = file.read_bytes().decode()
    for old, new in pairs:
        assert old in text, f"{file} does not hold {old!r}"
        text = text.replace(old, new)
    file.write_bytes(text.encode())
