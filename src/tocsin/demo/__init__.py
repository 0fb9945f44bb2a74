"""The demo: pages of one invented story, written by us, with the registry of their invented outlets."""

from importlib import resources
from pathlib import Path

_HOME = Path(str(resources.files("tocsin.demo")))
PAGES = _HOME / "pages"
OUTLETS = _HOME / "outlets.yml"
QUESTION = "At least 52 prisoners fled"
