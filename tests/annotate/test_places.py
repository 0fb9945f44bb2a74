from dataclasses import replace

import pytest
from making import make_article

from tocsin.annotate import places, sentences
from tocsin.lang import gazetteer, pack
from tocsin.model import Article, Kind, Mention

ENGLISH = [
    ("Fighting broke out in Aleppo.", [("Aleppo", "SY", 1)]),
    ("Fighting broke out near Hama in Syria.", [("Hama", "SY", 2), ("Syria", "SY", 6)]),
    ("The Syrian army left Homs.", [("Homs", "SY", 1)]),
    ("He spoke in Baghdad.", [("Baghdad", "IQ", 1)]),
    ("BAGHDAD (Harbour Post) - The army left.", [("BAGHDAD", "IQ", 1)]),
    ("Conditions at al-Hol camp in Syria are poor.", [("al-Hol camp", "SY", 1), ("Syria", "SY", 6)]),
    ("They crossed the Syrian desert.", [("Syrian desert", "SY", 5)]),
    ("They hid in the Hamrin Mountains.", [("Hamrin Mountains", "IQ", 5)]),
    ("Clashes in Deir ez-Zor province went on.", [("Deir ez-Zor province", "SY", 4)]),
    ("The town of al-Bab in Syria was hit.", [("al-Bab", "SY", 1), ("Syria", "SY", 6)]),
    ("It spread across the Middle East.", [("Middle East", None, 7)]),
    ("Officials in Washington agreed.", [("Washington", "US", 1)]),
    ("Rockets fell on the Gaza Strip and Khan Younis.", [("Gaza Strip", "PS", 4), ("Khan Younis", "PS", 1)]),
    ("The arms were made in the US.", [("US", "US", 6)]),
    ("US officials said Iraq was warned.", [("Iraq", "IQ", 6)]),
    ("The Iraqi and Syrian armies met.", []),
    ("Reading the report, he said Same and Of are words.", []),
    ("He lives in the town of Reading.", [("Reading", "GB", 1)]),
    ("March was cold and Nice people came.", []),
    ("Later that day Paris Kabbani signed the paper with both of her brothers.", []),
    ("They reached the village of Tell Amalia.", [("Tell Amalia", None, None)]),
    ("Fighters left Idlib province in Syria.", [("Idlib province", "SY", 4), ("Syria", "SY", 6)]),
    ("A court in Paris, France, ruled.", [("Paris", "FR", 1), ("France", "FR", 6)]),
    ("The prison at Sednaya stood empty.", [("Sednaya", "SY", 1)]),
]
ARABIC = [
    ("اندلع القتال في حلب", [("حلب", "SY", 1)]),
    ("انسحب الجيش السوري من حماة", [("حماة", "SY", 1)]),
    ("قرب حمص في سوريا", [("حمص", "SY", 2), ("سوريا", "SY", 6)]),
    ("الأوضاع في مخيم الهول سيئة", [("مخيم الهول", "SY", 1)]),
    ("انتشروا في البادية قرب العراق", [("البادية", "SY", 5), ("العراق", "IQ", 6)]),
    ("وصل إلى محافظة الأنبار", [("محافظة الأنبار", "IQ", 4)]),
    ("قصف مدينة الباب في سوريا", [("الباب", "SY", 1), ("سوريا", "SY", 6)]),
    ("فتح الباب أمام الحوار في سوريا", [("سوريا", "SY", 6)]),
    ("اجتمعوا ببغداد", [("ببغداد", "IQ", 1)]),
    ("الدعم للعراق ولسوريا", [("للعراق", "IQ", 6), ("ولسوريا", "SY", 6)]),
    ("وصل إلى دمشق قادما من بيروت", [("دمشق", "SY", 1), ("بيروت", "LB", 1)]),
    ("كان القتال عنيفا وكانت المدينة خالية", []),
    ("في مدينة كبيرة", []),
    ("ريف دير الزور الشرقي", [("ريف دير الزور", "SY", 4)]),
    ("في سجن غويران", [("سجن غويران", "SY", 1)]),
    ("القوات العراقية والسورية", []),
    ("قال وزير خارجية فرنسا", [("فرنسا", "FR", 6)]),
    ("في الشرق الأوسط وأوروبا", [("الشرق الأوسط", None, 7), ("وأوروبا", None, 7)]),
    ("سقطت قذائف على قطاع غزة", [("قطاع غزة", "PS", 4)]),
    ("عاد سكان الموصل في العراق", [("الموصل", "IQ", 1), ("العراق", "IQ", 6)]),
]


def _read(text: str, code: str, *mentions: Mention) -> Article:
    return places.read(replace(sentences.read(make_article(text, code)), mentions=mentions))


@pytest.mark.parametrize(("code", "text", "expected"), [("en", *row) for row in ENGLISH] + [("ar", *row) for row in ARABIC])
def test_the_places_of_a_sentence(code: str, text: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    found = [(text[place.start : place.end], place.country, place.precision) for place in _read(text, code).places]
    assert found == expected


@pytest.mark.parametrize(
    ("words", "kind", "kept"),
    [
        ("Aleppo Karam", Kind.PERSON, False),
        ("University of Aleppo", Kind.ORGANISATION, False),
        ("Aleppo", Kind.PERSON, False),
        ("Aleppo", Kind.COUNTRY, True),
    ],
)
def test_a_name_inside_another_name_is_no_place(words: str, kind: Kind, kept: bool) -> None:
    text = f"They met {words} in Syria."
    start = text.index(words)
    article = _read(text, "en", Mention(start, start + len(words), words, kind))
    assert ("Aleppo" in {place.name for place in article.places}) is kept


def test_a_wrong_guess_at_a_person_does_not_hide_a_place() -> None:
    text = "They hid in the Hamrin Mountains."
    start = text.index("Hamrin")
    article = _read(text, "en", Mention(start, start + 16, "Hamrin Mountains", Kind.PERSON))
    assert [place.gazetteer for place in article.places] == ["IQ-hamrin"]


def test_a_shared_name_goes_to_the_country_the_article_speaks_of() -> None:
    lebanon = _read("Protests in Tripoli spread across Lebanon.", "en").places[0]
    libya = _read("Protests in Tripoli spread across Libya.", "en").places[0]
    assert (lebanon.country, libya.country) == ("LB", "LY")


def test_a_place_has_a_point_and_a_row() -> None:
    place = _read("Fighting broke out in Aleppo.", "en").places[0]
    assert place.lat is not None
    assert place.lon is not None
    assert (round(place.lat), round(place.lon), place.gazetteer) == (36, 37, "geonames:170063")


def test_every_country_of_the_packs_has_a_point() -> None:
    known = gazetteer.load()
    rows = [row for name in ("syria", "iraq", "lebanon", "yemen", "sudan", "ukraine") for row in known.get(name) if row.kind == "country"]
    assert len(rows) == 6
    assert all(row.lat is not None for row in rows)


def test_every_region_has_a_known_kind_and_a_source() -> None:
    for region in pack.load("world", "regions", tuple[gazetteer.Region, ...]):
        assert gazetteer.precision(region.kind) in range(1, 8), region.id
        assert region.source != ""
        assert (region.lat is None) == (region.kind == "world"), region.id
        assert region.lat is None or (-90 <= region.lat <= 90 and region.lon is not None and -180 <= region.lon <= 180)


def test_the_ids_of_regions_are_unique() -> None:
    ids = [region.id for region in pack.load("world", "regions", tuple[gazetteer.Region, ...])]
    assert len(ids) == len(set(ids))
