"""One actor under all its names: within an article, across articles, across scripts."""

from dataclasses import replace

import pytest

from newsroom import Said, body, person, unnamed, view, write
from tocsin.link import actors
from tocsin.link.actors import Actors
from tocsin.model import Article, Judgement, Kind, Link, Mention, Subject, Verdict


def resolve(*articles: Article) -> Actors:
    return actors.resolve(view(*articles))


def mention(article: Article, name: str, kind: Kind, *, office: str | None = None) -> Article:
    start = article.text.index(name)
    found = Mention(start, start + len(name), name, kind, None, name, office)
    return replace(article, mentions=tuple(sorted((*article.mentions, found), key=lambda m: m.start)))


def test_a_last_name_is_the_full_name_of_the_same_article() -> None:
    article = write("Harbour Post", Said("Adel Marwan left", (person("Adel Marwan"),)), Said("Marwan came back", (person("Marwan"),)))
    known = resolve(article)
    assert known.of("Marwan", article) == known.of("Adel Marwan", article)
    assert known.name(known.of("Marwan", article)) == "Adel Marwan"


def test_one_person_across_scripts_where_others_are_shared() -> None:
    english = write("Harbour Post", Said("Adel Marwan spoke with James Holt", (person("Adel Marwan"),)))
    arabic = write("Hill Radio", Said("تحدث عادل مروان مع جيمس هولت", (person("عادل مروان"),)), language="ar")
    known = resolve(english, arabic)
    assert known.of("Adel Marwan", english) == known.of("عادل مروان", arabic)
    assert known.of("James Holt", english) == known.of("جيمس هولت", arabic)
    assert known.of("James Holt", english) != known.of("Adel Marwan", english)


def test_two_persons_of_one_article_stay_two_however_alike() -> None:
    article = write("Harbour Post", Said("Adel Marwan met Nadia Farouk", (person("Adel Marwan"),)))
    article = mention(
        write("Harbour Post", Said(article.text.strip() + " and Adil Marwani", (person("Adel Marwan"),))), "Adil Marwani", Kind.PERSON
    )
    known = resolve(article)
    assert known.of("Adel Marwan", article) != known.of("Adil Marwani", article)


def test_a_body_whose_name_is_translated() -> None:
    english = write(
        "Harbour Post", Said("River Guard closed the road", (body("River Guard"),)), Said("Adel Marwan came", (person("Adel Marwan"),))
    )
    arabic = write(
        "Hill Radio",
        Said("أغلق حرس النهر الطريق", (Link("حرس النهر", Kind.GROUP),)),
        Said("وصل عادل مروان", (person("عادل مروان"),)),
        language="ar",
    )
    known = resolve(english, arabic)
    assert known.of("River Guard", english) == known.of("حرس النهر", arabic)


def test_names_of_the_packs_are_one_in_all_languages() -> None:
    english, arabic = write("Harbour Post", "ISIS and Daesh are one"), write("Hill Radio", "داعش في سوريا", language="ar")
    known = resolve(english, arabic)
    assert {known.of("ISIS", english), known.of("Daesh", english), known.of("داعش", arabic)} == {"group:islamic-state"}


def test_a_short_form_in_brackets_is_the_name_before_it() -> None:
    article = write("Harbour Post", Said("The Free Harbour Front (FHF) marched. The FHF won.", (body("Relief Watch"),)))
    article = mention(mention(article, "Free Harbour Front", Kind.GROUP), "FHF", Kind.GROUP)
    known = resolve(article)
    assert known.of("FHF", article) == known.of("Free Harbour Front", article)


def test_an_office_is_the_person_whom_the_article_gives_it_and_nobody_elsewhere() -> None:
    minister = person("Adel Marwan", office="Iraqi Foreign Minister")
    tied = write("Harbour Post", Said("it rained", (minister,)), Said("it will rain", (Link("the Iraqi foreign minister", Kind.OFFICE),)))
    loose = write("Hill Radio", Said("it rains", (Link("the Iraqi foreign minister", Kind.OFFICE),)))
    known = resolve(tied, loose)
    assert known.of("the Iraqi foreign minister", tied) == known.of("Adel Marwan", tied)
    assert known.of("the Iraqi foreign minister", loose) != known.of("Adel Marwan", tied)
    assert known.identity(known.of("the Iraqi foreign minister", loose)).family == "state:IQ/foreign-ministry"


@pytest.mark.parametrize(
    ("link", "family", "state"),
    [
        (person("Adel Marwan", office="Iraqi Foreign Minister"), "state:IQ/foreign-ministry", "IQ"),
        (person("عادل مروان", office="وزير الخارجية العراقي"), "state:IQ/foreign-ministry", "IQ"),
        (person("Selim Bakri", office="Iraqi military adviser"), "state:IQ/army", "IQ"),
        (body("Iraqi Foreign Ministry"), "state:IQ/foreign-ministry", "IQ"),
    ],
)
def test_a_minister_counts_as_his_ministry(link: Link, family: str, state: str) -> None:
    article = write("Harbour Post", Said("it rained", (link,)))
    identity = resolve(article).identity(resolve(article).of(link, article))
    assert (identity.family, identity.state) == (family, state)


def test_a_person_counts_as_the_body_he_speaks_for() -> None:
    article = write(
        "Harbour Post",
        Said("it rained", (body("Relief Watch"),)),
        Said("it will rain", (person("Nadia Farouk", office="director of Relief Watch"),)),
    )
    known = resolve(article)
    assert known.identity(known.of("Nadia Farouk", article)).family == known.of("Relief Watch", article)


def test_unnamed_speakers_are_never_taken_for_one_another() -> None:
    one, other = (write(name, Said("it rained", (unnamed("a witness"),))) for name in ("Harbour Post", "Hill Radio"))
    known = resolve(one, other)
    assert known.of(unnamed("a witness"), one) != known.of(unnamed("a witness"), other)


def test_labels_count_the_wordings_of_each_outlet() -> None:
    article = write("Harbour Post", "ISIS fled, and ISIS came back, as Daesh does")
    labels = resolve(article).labels["group:islamic-state"]
    assert [(row.outlet, row.wording, row.count) for row in labels] == [("Harbour Post", "ISIS", 2), ("Harbour Post", "Daesh", 1)]


def test_an_analyst_joins_and_parts_actors() -> None:
    one, other = (
        write("Harbour Post", Said("it rained", (person("Omar Tariq"),))),
        write("Hill Radio", Said("it rained", (person("Selim Bakri"),))),
    )
    seen = view(one, other)
    known = actors.resolve(seen)
    ids = (known.of("Omar Tariq", one), known.of("Selim Bakri", other))
    same = Judgement(Subject.ACTOR, *ids, Verdict.SAME, 1.0, (), "analyst")
    joined = actors.resolve(replace(seen, judgements=(same,)))
    assert joined.of("Omar Tariq", one) == joined.of("Selim Bakri", other)


def test_the_order_of_arrival_changes_nothing() -> None:
    pages = [
        write("Harbour Post", Said("Adel Marwan spoke with James Holt", (person("Adel Marwan", office="Iraqi Foreign Minister"),))),
        write("Hill Radio", Said("تحدث عادل مروان مع جيمس هولت", (person("عادل مروان"),)), language="ar"),
        write("Delta Times", Said("River Guard and ISIS fought", (body("River Guard"),))),
    ]
    seen = view(*pages)
    assert actors.resolve(replace(seen, articles=seen.articles[::-1])).records == actors.resolve(seen).records


def test_a_place_before_an_arabic_name_is_no_part_of_it() -> None:
    english = write("Harbour Post", Said("the road is closed", (person("Salim Darwish", office="Homs governor"),)))
    arabic = write("Hill Radio", Said("الطريق مغلق", (person("حمص سليم درويش", office="محافظ"),)), language="ar")
    other = write("Delta Times", Said("الطريق مغلق", (person("محمد سليم درويش"),)), language="ar")
    known = resolve(english, arabic, other)
    assert known.of("Salim Darwish", english) == known.of("حمص سليم درويش", arabic)
    assert known.of("Salim Darwish", english) != known.of("محمد سليم درويش", other)


def test_the_army_is_the_only_army_that_its_article_names() -> None:
    said = Said("a soldier was wounded", (body("Iraqi army"),)), Said("the road is closed", (body("the army"),))
    article = write("Harbour Post", *said)
    known = resolve(article)
    assert known.of("the army", article) == known.of("Iraqi army", article)
