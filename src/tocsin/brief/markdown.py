"""Writes a brief as Markdown: a Brief enters, text leaves. Words of pages are escaped, so that none of them acts as markup."""

import re
from collections.abc import Iterator

from tocsin.brief.amounts import say_day
from tocsin.brief.marking import cut
from tocsin.brief.parts import Brief, Passage, Reference, Role, Section, Sentence, Topic, Words
from tocsin.brief.plain import isolate, one_line
from tocsin.brief.wording import (
    EDITS_TITLE,
    LIMITS,
    METHODS_TITLE,
    ROOTS_TITLE,
    TITLES,
    say_against,
    say_change,
    say_headline,
    say_methods,
    say_rest,
    say_standing,
    say_title,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&:-])")


def write_markdown(brief: Brief) -> str:
    """Return the whole page. Each sentence ends with a footnote that says where its words stand."""
    notes: list[str] = []
    lines = [f"# {_escape(say_title(brief.headings))}", ""]
    if len(brief.headings) == 1:
        lines += [_escape(say_headline(brief.headings[0])), ""]
    lines += [*(f"{line}  " for line in say_methods(brief)), ""]
    for section in brief.sections:
        lines += [f"## {TITLES[section.topic]}", "", *_write_section(section, notes)]
    lines += [*_write_edits(brief), *_write_roots(brief)]
    lines += [f"## {METHODS_TITLE}", "", *(f"- {limit}" for limit in LIMITS), "", *notes, ""]
    return "\n".join(lines)


def _write_section(section: Section, notes: list[str]) -> Iterator[str]:
    told: str | None = None
    for index, passage in enumerate(section.passages):
        if passage.heading.story != told:
            told = passage.heading.story
            yield from (f"### “{_escape(passage.heading.title)}”", "", _escape(say_headline(passage.heading)), "")
        yield from _write_table(passage, notes) if section.topic is Topic.FIGURES else _write_passage(section.topic, passage, notes)
        following = section.passages[index + 1].heading.story if index + 1 < len(section.passages) else None
        if passage.rest > 0 and following != told:
            yield from (say_rest(passage.rest), "")


def _write_passage(topic: Topic, passage: Passage, notes: list[str]) -> Iterator[str]:
    for sentence in passage.sentences:
        yield from _write_sentence(sentence, notes, "- ")
    if len(passage.against) != 0:
        yield f"  - {say_against(topic)}"
        for sentence in passage.against:
            yield from _write_sentence(sentence, notes, "    - ")
    yield ""


def _write_sentence(sentence: Sentence, notes: list[str], bullet: str) -> Iterator[str]:
    numbers = "".join(_note(reference, notes) for reference in sentence.references)
    yield f"{bullet}{_words(sentence)}{numbers}  "
    if sentence.standing is not None:
        yield f"{' ' * len(bullet)}{say_standing(sentence.standing)}"


def _write_table(passage: Passage, notes: list[str]) -> Iterator[str]:
    yield from (f"**{_escape(passage.subject or '')}**", "", "| who | number | where | stands on |", "| --- | --- | --- | --- |")
    for sentence in passage.sentences:
        name = " ".join(_run(words) for words in sentence.words if words.role is Role.NAME)
        number = " ".join(_run(words) for words in sentence.words[1:] if words.role is Role.SAID or words.text.startswith("("))
        numbers = "".join(_note(reference, notes) for reference in sentence.references)
        standing = "" if sentence.standing is None else say_standing(sentence.standing)
        yield f"| {name} | {number} | {_place(sentence.references[0])}{numbers} | {standing} |"
    yield ""


def _write_edits(brief: Brief) -> Iterator[str]:
    if len(brief.edits) == 0:
        return
    yield from (f"## {EDITS_TITLE}", "")
    for edit in brief.edits:
        yield f"- **{_escape(edit.outlet)}**, {_escape(edit.title or 'no title')}, version {edit.number}:"
        yield from (f"  - {verb} «{_escape(words)}»" if words != "" else f"  - {verb}" for verb, words in say_change(edit.change))
    yield ""


def _write_roots(brief: Brief) -> Iterator[str]:
    if len(brief.roots) == 0:
        return
    yield from (f"## {ROOTS_TITLE}", "", "| all rests on | claims | articles | outlets |", "| --- | --- | --- | --- |")
    for root in brief.roots:
        yield f"| {_escape(root.name)} | {len(root.claims)} | {root.articles} | {root.outlets} |"
    yield ""


def _words(sentence: Sentence) -> str:
    last_plain = max((i for i, words in enumerate(sentence.words) if words.role is Role.PLAIN), default=-1)
    return " ".join(_run(words) + (":" if i == last_plain else "") for i, words in enumerate(sentence.words))


def _run(words: Words) -> str:
    text = "".join(f"**{_escape(run)}**" if told else _escape(run) for run, told in cut(words))
    if words.role is Role.NAME:
        return f"**{text}**"
    if words.role is Role.PLAIN:
        return text
    return f"“{text}”" if words.quoted else f"«{text}»"


def _note(reference: Reference, notes: list[str]) -> str:
    number = len(notes) + 1
    where = ", ".join(f"{span.start}–{span.end}" for span in reference.spans)
    chain = " ← ".join(_escape(name) for name in reference.chain)  # from the outlet to the origin
    notes.append(
        f"[^{number}]: {_place(reference)}. {chain}. Article `{reference.article}`, characters {where}, statement `{reference.statement}`."
    )
    return f"[^{number}]"


def _place(reference: Reference) -> str:
    return f"{_escape(reference.outlet)}, {say_day(reference.published)}"


def _escape(text: str) -> str:
    return isolate(_SPECIAL.sub(r"\\\1", one_line(text)))
