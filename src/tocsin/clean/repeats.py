"""A draft in; the same without what it says twice out."""

from tocsin.clean.draft import Draft
from tocsin.clean.lines import Line


def is_ornament(line: Line, whole: str) -> bool:
    """A short quotation whose words stand in another paragraph as well."""
    if not 5 <= line.words <= 40 or (line.text[0] not in "“\"«‘'„" and line.ends):
        return False
    return whole.count(line.text.strip("“”\"«»‘’'„ .")) > 1


def drop_repeats(draft: Draft) -> None:
    """A paragraph that stands twice counts once; the title is not said again, nor a quotation that is set in the text as an ornament."""
    seen = set() if draft.title is None else {draft.title.key}
    whole = "\n".join(line.text for line in draft.body)
    kept: list[Line] = []
    for line in draft.body:
        if line.key in seen and line.words >= 4:
            draft.drop(line, "duplicate title" if draft.title is not None and line.key == draft.title.key else "repeated paragraph")
        elif is_ornament(line, whole):
            draft.drop(line, "pull quote")
        else:
            kept.append(line)
            seen.add(line.key)
    draft.body = kept
