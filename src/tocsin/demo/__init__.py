"""The demo: pages of one invented story, written by us, with the registry of their invented outlets."""

from importlib import resources
from pathlib import Path

_HOME = Path(str(resources.files("tocsin.demo")))
PAGES = _HOME / "pages"
OUTLETS = _HOME / "outlets.yml"
QUESTION = "At least 52 prisoners fled"


def name_page(path: str | None) -> str | None:
    """Return the key of a page of the demo, the same wherever Tocsin is installed; None for any other path."""
    return f"demo/{Path(path).name}" if path is not None and Path(path).parent == PAGES else None
