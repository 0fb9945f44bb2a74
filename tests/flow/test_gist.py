"""What a claim is called: the words of one of its members that say it best."""

from dataclasses import replace

from newsroom import Said, body, person, view, write
from tocsin.flow.gist import entitle
from tocsin.flow.look import Picture, look
from tocsin.model import Act, Claim, Story


def claim_about(picture: Picture, word: str) -> Claim:
    found = [claim for claim in picture.claims if any(word in assertion.text for assertion in claim.assertions)]
    return max(found, key=lambda claim: len(claim.articles))


def test_a_whole_clause_is_chosen_before_a_fragment_and_its_first_letter_is_large() -> None:
    picture = look(
        view(
            write("Harbour Post", Said("that nine people were killed when the bridge at Marsa collapsed", (body("Relief Watch"),))),
            write("Delta Times", Said("and nine people were killed at Marsa", (body("Relief Watch"),))),
        )
    )
    gist = claim_about(picture, "nine").gist
    assert gist.startswith("Nine people were killed")


def test_the_words_of_a_gist_stand_in_the_article_that_it_names() -> None:
    articles = (
        write("Harbour Post", Said("that gunmen attacked a checkpoint near Marsa", (person("Adel Marwan"),))),
        write("Hill Radio", Said("أن مسلحين هاجموا حاجزا قرب مرسى", (person("عادل مروان"),)), language="ar"),
    )
    texts = {article.id: article.text for article in articles}
    for claim in look(view(*articles)).claims:
        assert claim.wording is not None
        words = claim.wording.span.of(texts[claim.wording.article])
        assert claim.gist[1:] == " ".join(words.split())[1:]
        assert claim.gist[0] == words[0].upper()


def test_a_claim_is_told_in_the_language_of_the_reader_where_a_page_does() -> None:
    picture = look(
        view(
            write("Hill Radio", Said("مقتل تسعة أشخاص في انهيار جسر مرسى", (body("Relief Watch"),)), language="ar"),
            write("Delta Times", Said("that nine people were killed when the Marsa bridge collapsed", (body("Relief Watch"),))),
        )
    )
    shared = [claim for claim in picture.claims if {assertion.language for assertion in claim.assertions} == {"ar", "en"}]
    assert len(shared) > 0
    assert all(claim.gist.isascii() for claim in shared)


def test_a_story_goes_under_the_title_of_a_page_in_the_language_of_the_reader() -> None:
    arabic = write(
        "Hill Radio",
        Said("مقتل تسعة أشخاص في انهيار جسر مرسى", title=True),
        Said("مقتل تسعة أشخاص في انهيار جسر مرسى", (body("Relief Watch"),)),
        language="ar",
        published="2025-03-04T08:00",
    )
    english = write(
        "Delta Times",
        Said("Nine killed as Marsa bridge collapses", title=True),
        Said("that nine people were killed when the Marsa bridge collapsed", (body("Relief Watch"),)),
        published="2025-03-04T10:00",
    )
    pages = view(arabic, english)
    story = Story("s", "مقتل تسعة أشخاص في انهيار جسر مرسى", tuple(a.id for a in pages.articles), (), ("ar", "en"), None, None)
    assert entitle(pages, story).title == "Nine killed as Marsa bridge collapses"
    alone = replace(story, articles=(arabic.id,))
    assert entitle(pages, alone) == alone


def test_what_is_denied_is_not_told_as_if_it_were_said() -> None:
    said = Said("that a drone struck the depot at Marsa", (body("River Guard"),))
    denied = Said("that a drone struck the depot at Marsa", (body("Iraqi Defence Ministry"),), act=Act.DENY)
    picture = look(view(write("Harbour Post", said), write("Delta Times", denied)))
    holders = {statement.id: statement for _, statement in picture.view.statements()}
    told = [claim for claim in picture.claims if any(holders[id_].act is not Act.DENY for id_ in claim.statements)]
    assert len(told) > 0
    for claim in told:
        assert claim.wording is not None
        assert picture.view.article(claim.wording.article).outlet == "Harbour Post"


def test_the_order_of_articles_changes_no_gist() -> None:
    one = write("Harbour Post", Said("that nine people were killed at Marsa", (body("Relief Watch"),)))
    two = write("Delta Times", Said("Nine people were killed at Marsa on Sunday", (body("Relief Watch"),)))
    assert [c.gist for c in look(view(one, two)).claims] == [c.gist for c in look(view(two, one)).claims]
