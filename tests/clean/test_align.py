from tocsin.clean.align import choose


def test_lines_are_chosen_by_what_the_extractor_took_of_them() -> None:
    lines = ["News", "The first paragraph of a text.", "Advertisement", "A second one, with a link in it.", "News"]
    assert choose(lines, ["The first paragraph of  a text.", "A second one,with a link in it."]) == [False, True, False, True, False]


def test_a_paragraph_may_span_lines_and_a_line_paragraphs() -> None:
    assert choose(["one two", "three four"], ["one two three four"]) == [True, True]
    assert choose(["first sentence here. second sentence here."], ["first sentence here.", "second sentence here."]) == [True]


def test_short_words_are_not_found_far_away() -> None:
    assert choose(["a menu line", *["filler line"] * 40, "menu"], ["menu"]) == [False] * 42


def test_pieces_are_sought_where_the_whole_is_not_found() -> None:
    lines = ["The minister arrived in the capital today.", "He met the president in the old palace."]
    assert choose(lines, ["The minister arrived in the capital today. Advertisement. He met the president in the old palace."]) == [
        True,
        True,
    ]
