"""The audit lets a true brief pass and refuses every way of making it say more than the pages do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fire import BRIEF, PICTURE, VIEW

from tocsin.brief.audit import check
from tocsin.brief.parts import Brief, Reference, Role, Section, Sentence, Standing, Topic, Words
from tocsin.model import Interval, Span, Status

Change = Callable[[Sentence], Sentence]


def _said(sentence: Sentence) -> str:
    return " ".join(words.text for words in sentence.words if words.role is Role.SAID)


def _change(brief: Brief, topic: Topic, holds: str, change: Change) -> Brief:
    """Change the one sentence of ``topic`` whose quoted words begin with ``holds``, wherever it stands."""
    done = 0

    def apply(sentence: Sentence, section: Section) -> Sentence:
        nonlocal done
        if section.topic is not topic or not _said(sentence).startswith(holds):
            return sentence
        done += 1
        return change(sentence)

    sections = tuple(
        replace(
            section,
            passages=tuple(
                replace(
                    passage,
                    sentences=tuple(apply(s, section) for s in passage.sentences),
                    against=tuple(apply(s, section) for s in passage.against),
                )
                for passage in section.passages
            ),
        )
        for section in brief.sections
    )
    assert done == 1
    return replace(brief, sections=sections)


def _rewrite(role: Role, old: str, new: str) -> Change:
    def change(sentence: Sentence) -> Sentence:
        words = tuple(replace(w, text=w.text.replace(old, new)) if w.role is role else w for w in sentence.words)
        assert words != sentence.words
        return replace(sentence, words=words)

    return change


def _drop(role: Role) -> Change:
    return lambda sentence: replace(sentence, words=tuple(w for w in sentence.words if w.role is not role))


def _refer(alter: Callable[[Reference], Reference]) -> Change:
    return lambda sentence: replace(sentence, references=(alter(sentence.references[0]), *sentence.references[1:]))


def _raise(status: Status, so: Interval) -> Change:
    def change(sentence: Sentence) -> Sentence:
        assert isinstance(sentence.standing, Standing)
        return replace(sentence, standing=replace(sentence.standing, status=status, so=so))

    return change


def _add_article(sentence: Sentence) -> Sentence:
    assert isinstance(sentence.standing, Standing)
    return replace(sentence, standing=replace(sentence.standing, articles=sentence.standing.articles + 1))


def test_a_true_brief_passes() -> None:
    assert check(BRIEF, VIEW, picture=PICTURE) == []
    assert {section.topic for section in BRIEF.sections} == {Topic.REPORTED, Topic.DISPUTED, Topic.FIGURES}


MUTATIONS = {
    "attribution dropped": (Topic.DISPUTED, "Nine people", _drop(Role.NAME)),
    "verb dropped": (Topic.DISPUTED, "Nine people", _drop(Role.PLAIN)),
    "said becomes confirmed": (Topic.DISPUTED, "Nine people", _rewrite(Role.PLAIN, "said", "confirmed")),
    "denial becomes assertion": (Topic.DISPUTED, "a drone struck", _rewrite(Role.PLAIN, "denied", "said")),
    "doubt removed": (Topic.DISPUTED, "A drone may", _rewrite(Role.PLAIN, ", as possible", "")),
    "hedge removed from the words": (Topic.DISPUTED, "A drone may", _rewrite(Role.SAID, "may have struck", "struck")),
    "hedge removed from the figure": (Topic.FIGURES, "At least 14", _rewrite(Role.SAID, "At least 14", "14")),
    "number changed": (Topic.DISPUTED, "Nine people", _rewrite(Role.SAID, "Nine", "Ninety")),
    "figure changed": (Topic.FIGURES, "At least 14", _rewrite(Role.SAID, "14", "40")),
    "unnamed speaker gets a name": (Topic.DISPUTED, "A drone may", _rewrite(Role.NAME, "a night guard", "Harbour Authority")),
    "unnamed no longer said": (Topic.DISPUTED, "A drone may", _rewrite(Role.PLAIN, "(unnamed)", "")),
    "another speaker": (Topic.DISPUTED, "Nine people", _rewrite(Role.NAME, "Harbour Authority", "Dock Workers Union")),
    "wrong outlet": (Topic.DISPUTED, "Nine people", _refer(lambda r: replace(r, outlet="Union Post"))),
    "wrong date": (Topic.DISPUTED, "Nine people", _refer(lambda r: replace(r, published="2026-03-14T09:20"))),
    "date made up": (Topic.DISPUTED, "At least 14", _refer(lambda r: replace(r, published="2026-03-16"))),
    "wrong words referred to": (Topic.DISPUTED, "Nine people", _refer(lambda r: replace(r, spans=(Span(0, 4),)))),
    "chain shortened": (Topic.DISPUTED, "A drone may", _refer(lambda r: replace(r, chain=("Union Post",)))),
    "no such statement": (Topic.DISPUTED, "Nine people", _refer(lambda r: replace(r, statement="0" * 16))),
    "no reference": (Topic.DISPUTED, "Nine people", lambda s: replace(s, references=())),
    "status raised": (Topic.DISPUTED, "Nine people", _raise(Status.CORROBORATED, Interval(2, 2))),
    "roots raised": (Topic.DISPUTED, "Nine people", _raise(Status.CIRCULAR, Interval(1, 3))),
    "an article too many": (Topic.DISPUTED, "Nine people", _add_article),
    "paraphrase shown as quotation": (
        Topic.DISPUTED, "Nine people",
        lambda s: replace(s, words=tuple(replace(w, quoted=True) if w.role is Role.SAID else w for w in s.words)),
    ),
    "a sentence of the writer's own": (
        Topic.DISPUTED, "Nine people", lambda s: replace(s, words=(*s.words, Words(Role.PLAIN, "which was confirmed by others"))),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("topic", "holds", "change"), MUTATIONS.values(), ids=MUTATIONS.keys())
def test_a_brief_that_says_more_than_its_pages_is_refused(topic: Topic, holds: str, change: Change) -> None:
    assert len(check(_change(BRIEF, topic, holds, change), VIEW, picture=PICTURE)) > 0


def test_a_swapped_reference_is_refused() -> None:
    (toll,) = (s for sec in BRIEF.sections if sec.topic is Topic.DISPUTED for p in sec.passages for s in p.against if "14" in _said(s))
    mutated = _change(BRIEF, Topic.DISPUTED, "Nine people", lambda s: replace(s, references=toll.references))
    assert len(check(mutated, VIEW, picture=PICTURE)) > 0


def test_a_claim_of_another_standing_is_refused() -> None:
    (toll,) = (s for sec in BRIEF.sections if sec.topic is Topic.DISPUTED for p in sec.passages for s in p.against if "14" in _said(s))
    mutated = _change(BRIEF, Topic.DISPUTED, "Nine people", lambda s: replace(s, standing=toll.standing))
    assert len(check(mutated, VIEW, picture=PICTURE)) > 0


def test_a_root_with_another_number_of_articles_is_refused() -> None:
    assert [(root.name, root.articles) for root in BRIEF.roots] == [("Harbour Authority", 3)]
    mutated = replace(BRIEF, roots=(replace(BRIEF.roots[0], articles=9),))
    assert len(check(mutated, VIEW, picture=PICTURE)) == 1


def test_a_page_without_its_marks_is_refused() -> None:
    mutated = replace(BRIEF, pages=tuple(replace(page, marks=()) for page in BRIEF.pages))
    assert len(check(mutated, VIEW, picture=PICTURE)) > 0


def test_other_counts_and_titles_are_refused() -> None:
    assert len(check(replace(BRIEF, counts=replace(BRIEF.counts, articles=40)), VIEW, picture=PICTURE)) == 1
    (heading,) = BRIEF.headings
    for mutated in (replace(heading, title="Ninety dead at Selim"), replace(heading, outlet="Union Post"), replace(heading, article=None)):
        assert len(check(replace(BRIEF, headings=(mutated,)), VIEW, picture=PICTURE)) > 0
