import pytest

from tocsin.clean.tags import get_attributes, scan


def names(source: str) -> list[str]:
    return [f"{'/' if tag.close else ''}{tag.name}" for tag in scan(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>a<br/>b</P>", ["p", "br", "/p"]),
        ("a < b and c > d", []),
        ("<!-- <p> --><b>", ["!", "b"]),
        ("<script>if (a<b) '<p>'</script><i>", ["script", "/script", "i"]),
        ("<a title='a > b' href=\"x\">t</a>", ["a", "/a"]),
        ("<a title='say \"' href=x>t</a>", ["a", "/a"]),
        ('<a href="x>t</a><b>', ["a", "/a", "b"]),
        ("<p", []),
        ("<p>text <", ["p"]),
        ("<!doctype html><svg><p></svg><p>", ["!", "svg", "/svg", "p"]),
    ],
)
def test_tags_are_found_as_browsers_find_them(source: str, found: list[str]) -> None:
    assert names(source) == found


def test_attributes_are_read_with_or_without_quotes() -> None:
    source = """<a href="x?a=1&amp;b=2" class='one two' data-n=3 hidden HREF="y">"""
    tag = next(scan(source))
    assert get_attributes(source, tag) == {"href": "x?a=1&b=2", "class": "one two", "data-n": "3", "hidden": ""}


@pytest.mark.parametrize("piece", ["<", "<a ", '<a x="', '<a ="x>" ', "<!--", "<script>", "</", "<div>", "<p '"])
def test_hostile_markup_costs_no_more_than_its_size(piece: str) -> None:
    """Quadratic reading of these would take hours."""
    assert sum(1 for _ in scan(piece * 40_000 + ">")) <= 40_001
