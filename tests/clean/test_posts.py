from tocsin.clean.lines import split_lines
from tocsin.clean.posts import find_posts, match_signature


def test_a_signature_takes_the_line_above_it() -> None:
    posts = find_posts(
        split_lines(
            "He called it a lie.\nThe road is open. pic.twitter.com/a1\n— Road Office (@roads_x) December 19, 2024\nTraffic was light.\n"
        )
    )
    assert [(post.first, post.last) for post in posts] == [(1, 3)]
    assert (posts[0].embed.author, posts[0].embed.date, posts[0].embed.text) == (
        "Road Office (@roads_x)",
        "2024-12-19",
        "The road is open. pic.twitter.com/a1",
    )


def test_a_picture_link_alone_makes_a_post_without_author() -> None:
    posts = find_posts(split_lines("Text of the article here.\nSmoke over the port https://t.co/Ab12 pic.twitter.com/Xy\nMore text of it."))
    assert [(post.first, post.last, post.embed.author) for post in posts] == [(1, 2, None)]


def test_arabic_dates_of_posts() -> None:
    signed = match_signature("— وزارة النقل (@mot_example) ١٩ ديسمبر، ٢٠٢٤")
    assert signed is not None
    assert signed["date"] == "١٩ ديسمبر، ٢٠٢٤"


def test_a_dash_of_dialogue_is_no_signature() -> None:
    assert match_signature("— We have no bread (he said) and no water.") is None
    assert match_signature("Write to Sami Kher (@samik) for more on this story.") is None
