from tocsin.clean.flat import make_lines
from tocsin.clean.lines import Line
from tocsin.clean.markup import find_canonical, read_page


def lines(source: str) -> list[Line]:
    return make_lines(read_page(source))


def test_blocks_and_breaks_part_lines_and_inline_tags_do_not() -> None:
    source = "<div><p>one <b>t</b>wo</p>three<br>four<ul><li>five<li>six</ul></div>"
    assert [line.text for line in lines(source)] == ["one two", "three", "four", "five", "six"]


def test_boxes_side_by_side_are_words_apart() -> None:
    assert lines("<p><span>3 May 2025</span><span>Views 12</span></p>")[0].text == "3 May 2025 Views 12"


def test_lines_know_what_they_stand_in() -> None:
    source = (
        '<nav>menu</nav><h1>Title</h1><figure><figcaption>a picture</figcaption></figure><p class="wp-caption-text">x</p>'
        '<blockquote class="twitter-tweet">post</blockquote><div id="comments"><p>remark</p></div><ul><li>entry</li></ul>'
    )
    menu, title, picture, named, post, remark, entry = lines(source)
    assert menu.aside
    assert title.heading == 1
    assert picture.caption
    assert named.caption
    assert post.post is not None
    assert remark.remark
    assert entry.listed


def test_unclosed_links_and_classes_on_the_whole_page_do_not_spread() -> None:
    source = '<body class="show-caption credit"><ul><li><a href="/x">menu</ul><p>text</p></body>'
    menu, text = lines(source)
    assert menu.linked == 1
    assert text.linked == 0
    assert not text.caption


def test_links_are_character_ranges_of_the_line() -> None:
    line = lines('<p>The <a href="/a">works&nbsp;<i>office</i></a> said, and <a href="/b">again</a>.</p>')[0]
    assert [(line.text[link.first : link.last], link.url) for link in line.links] == [("works office", "/a"), ("again", "/b")]


def test_raw_offsets_lead_back_to_the_source() -> None:
    source = "<p>caf&eacute; <b>au</b>\n  lait</p>"
    line = lines(source)[0]
    assert line.text == "café au lait"
    assert [source[run.start : run.end] for run in line.runs] == ["caf", "&eacute;", " ", "au", "\n  ", "lait"]


def test_what_a_page_says_of_itself_is_kept() -> None:
    page = read_page(
        '<title>A &amp; B</title><meta name="Author" content="N"><meta property="og:title" content="A"><link rel=canonical href="/x">'
        '<script type="application/ld+json">{}</script><time datetime="2025-01-01">x</time><article><p>t</p></article>'
    )
    assert page.metas == [("author", "N"), ("og:title", "A")]
    assert page.scripts == ["{}"]
    assert [stamp.value for stamp in page.stamps] == ["2025-01-01"]
    assert page.canonical == "/x"
    assert len(page.articles) == 1


def test_only_a_whole_url_is_canonical() -> None:
    assert find_canonical('<link rel="canonical" href="/path">') is None
    assert find_canonical('<meta property="og:url" content="https://a.example/x">') == "https://a.example/x"
