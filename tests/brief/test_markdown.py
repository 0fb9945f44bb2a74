"""The Markdown brief: every sentence has its note, and no word of a page acts as markup."""

import re
from dataclasses import replace

from fire import BRIEF, PICTURE, VIEW

from tocsin.brief.compose import compose
from tocsin.brief.holdings import make_holdings
from tocsin.brief.markdown import write_markdown
from tocsin.store.view import View


def test_every_note_that_is_called_is_written_once() -> None:
    text = write_markdown(BRIEF)
    called = re.findall(r"\[\^(\d+)\](?!:)", text)
    written = re.findall(r"^\[\^(\d+)\]:", text, flags=re.MULTILINE)
    assert called == written
    assert len(written) > 5


def test_a_sentence_names_its_speaker_its_doubt_and_its_roots() -> None:
    text = write_markdown(BRIEF)
    assert "**Harbour Authority** said: «Nine people were killed in a fire at the Selim depot»" in text
    assert "**Dock Workers Union** said: “At least 14 of our people are dead”" in text
    assert r"**a night guard** \(unnamed\) said, as possible: «A drone may have struck the depot»" in text
    assert "3 articles → 1 root, circular, disputed" in text
    assert "Coast Courier ← Harbour Authority" in text


def test_words_of_a_page_never_act_as_markup() -> None:
    attack = "](x)<b>`|*"
    articles = tuple(replace(a, text=a.text.replace("Nine people", attack + "n")) for a in VIEW.articles)
    text = write_markdown(compose(make_holdings(View(articles, VIEW.registry), PICTURE)))
    assert "<b>" not in text
    assert r"\]\(x\)\<b\>\`\|\*" in text


def test_right_to_left_names_are_fenced() -> None:
    assert "\u2068صوت الميناء\u2069, 15 March 2026" in write_markdown(BRIEF)
