"""The forms a word takes behind joined letters: "والعراق", "للعراق" from "العراق"."""

from collections.abc import Iterator, Sequence


def joined(word: str, clitics: Sequence[str]) -> Iterator[str]:
    """Yield ``word`` behind each of the letters; "لل:ال" says that "لل" takes the place of "ال"."""
    for clitic in clitics:
        letters, _, article = clitic.partition(":")
        if word.startswith(article):
            yield letters + word[len(article) :]
