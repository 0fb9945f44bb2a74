"""The brief's own words, all of them. They name acts, doubts, numbers of roots and limits; never what happened in the world."""

from collections.abc import Iterator, Sequence

from tocsin.brief.amounts import say_count, say_day, say_roots, say_some
from tocsin.brief.parts import Brief, Counts, Heading, Standing, Topic
from tocsin.lang import language, pack
from tocsin.model import Act, Commitment
from tocsin.store.change import Change

VERBS = {
    Act.ASSERT: "said",
    Act.REPORT: "reported",
    Act.WARN: "warned",
    Act.CONCERN: "voiced concern",
    Act.DENY: "denied",
    Act.ASSURE: "assured",
    Act.DEMAND: "demanded",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.PRAISE: "praised",
    Act.CONDEMN: "condemned",
    Act.PREDICT: "predicted",
    Act.ASK: "asked",
    Act.CLAIM: "claimed responsibility",
    Act.CONFIRM: "confirmed",
    Act.RETRACT: "withdrew or corrected",
}
DOUBTS = {
    Commitment.CERTAIN: "",
    Commitment.PROBABLE: ", as probable",
    Commitment.POSSIBLE: ", as possible",
    Commitment.DOUBTFUL: ", as doubtful",
    Commitment.DENIED: ", as not so",
}
LANGUAGE = "en"  # of these words; what was said stays in the language it was said in
EDGES = "“”«»„\"'‘’,،; \n"
OWN = "states, naming no source"
UNNAMED = "(unnamed)"
GIVES = "gives"
TITLES = {
    Topic.REPORTED: "What is reported",
    Topic.DISPUTED: "What is disputed",
    Topic.FIGURES: "Figures side by side",
    Topic.CHANGED: "What changed",
}
EDITS_TITLE = "Changed by the outlets themselves"
ROOTS_TITLE = "Many pages, one root"
METHODS_TITLE = "How this was made, and what it cannot know"
PAGES_TITLE = "The pages, with the words marked"
LIMITS = (
    "No sentence here is a finding of fact. Each says who stated what, and where that stands.",
    "Words in “…” are the speaker's own as the article gives them; words in «…» are the article's for what was said.",
    "A root is an origin that a claim's chains lead back to. Ten articles that pass on one statement are one root.",
    "Roots are counted from what the pages say of their sources. A source that a page hides, or a copy too freely reworded, is not seen.",
    "Words are quoted in their language. Nothing was translated.",
    "Sentences were read by rules. A statement can be missed or cut short; the marked page shows what was read.",
    "Pages that nobody added are not counted: a small number of roots may mean a small number of pages.",
)


def say_title(headings: Sequence[Heading]) -> str:
    """Return the title of a brief: the headline of its one story, or how many stories it tells."""
    if len(headings) == 1:
        return f"“{headings[0].title}”"
    return "Nothing to tell" if len(headings) == 0 else f"{say_count(len(headings), 'story')}, as told by those who told them"


def say_headline(heading: Heading) -> str:
    """Return whose headline a title is; nothing where it is no article's."""
    return "" if heading.outlet is None else f"headline of {heading.outlet}, {say_day(heading.published)}"


def say_standing(standing: Standing) -> str:
    """Return the roots, the status and the flags of a claim in one line."""
    return ", ".join((say_roots(standing.articles, standing.so, standing.said), standing.status.value, *(f.value for f in standing.flags)))


def say_tally(counts: Counts) -> str:
    """Return "18 pages, 20 articles, 9 outlets, 2 languages"."""
    return ", ".join((
        say_count(counts.pages, "page"),
        say_count(counts.articles, "article"),
        say_count(counts.outlets, "outlet"),
        say_count(len(counts.languages), "language"),
    ))  # fmt: skip


def say_change(change: Change) -> Iterator[tuple[str, str]]:
    """Yield what was done and the words it was done to."""
    if change.gone:
        yield "took the article off its page", ""
    if change.title is not None:
        yield from (("old title", change.title[0] or ""), ("new title", change.title[1] or ""))
    yield from (("removed", words) for words in change.removed)
    yield from (("added", words) for words in change.added)


def say_language(code: str) -> str:
    """Return the English name of a language; the code where no pack names it."""
    return language.load(code).name if code in pack.codes() else code


def say_against(topic: Topic) -> str:
    """Return what stands over the sentences that contradict others."""
    return "Then:" if topic is Topic.CHANGED else "Against it:"


def say_rest(number: int) -> str:
    """Return how many claims of a story the brief leaves out."""
    return f"{say_count(number, 'more claim')} of this story: tocsin claims"


def say_methods(brief: Brief) -> tuple[str, ...]:
    """Return what was read, and when the brief was made, in lines."""
    counts = brief.counts
    languages = say_some([say_language(code) for code in counts.languages], 9) or "none known"
    lines = [f"Read: {say_tally(counts)} ({languages}), {say_count(counts.statements, 'statement')}."]
    if counts.undated != 0 or counts.dropped != 0:
        lines.append(
            f"Without a date: {say_count(counts.undated, 'article')}. Left out: {say_count(counts.dropped, 'part')} (tocsin check)."
        )
    if brief.untold != 0:
        lines.append(f"Not told here: {say_count(brief.untold, 'more story')} on fewer articles (tocsin stories).")
    if brief.as_of is not None:
        lines.append(f"As the desk knew it on {brief.as_of:%Y-%m-%d %H:%M} UTC.")
    if brief.made is not None:
        lines.append(f"Made on {brief.made:%Y-%m-%d %H:%M} UTC.")
    return tuple(lines)
