"""Stories: what ties their articles is told in words, never in codes."""

from newsroom import Said, person, view, write
from tocsin.link import actors, stories


def test_the_reason_of_a_story_names_what_is_shared_in_words() -> None:
    said = Said("gunmen attacked the Wadi prison near Marsa and 37 prisoners escaped", (person("Nadia Farouk"),))
    pages = [write(outlet, said, id=outlet) for outlet in ("Harbour Post", "Delta Times")]
    seen = view(*pages)
    (story,) = stories.find(seen, actors.resolve(seen))
    assert "Marsa" in story.reasons[0].text
    assert "Wadi prison" in story.reasons[0].text
    assert "town:" not in story.reasons[0].text
