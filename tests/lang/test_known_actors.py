"""The actors and nations that come with Tocsin: every name leads to one actor, in every script."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tocsin.lang import actors, gazetteer, language, names, outlets, pack
from tocsin.lang.actors import Entry
from tocsin.lang.fold import fold, key
from tocsin.lang.tokens import make_sentence
from tocsin.model import Kind

ROWS = pack.load("world", "actors", tuple[Entry, ...])
ENTRIES = tuple(actors.load().by_id[row.id] for row in ROWS)
NATIONS = tuple(actors.load().nations.values())
CODES = pack.codes()


def _names() -> Iterator[tuple[str, str]]:
    for entry in ENTRIES:
        for name in (entry.name, *(n for called in entry.names.values() for n in called)):
            yield entry.id, name
    for nation in NATIONS:
        for called in (*nation.names.values(), *nation.seats.values()):
            for name in called:
                yield nation.id, name


def _shared(pairs: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for owner, name in pairs:
        owners[key(name)].add(owner)
    return {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_no_folded_name_belongs_to_two_entries() -> None:
    assert _shared(_names()) == {}


def test_no_adjective_belongs_to_two_nations_or_names_another_actor() -> None:
    words = [(nation.id, word) for nation in NATIONS for forms in nation.adjectives.values() for word in forms]
    assert _shared(iter([*words, *_names()])) == {}


def test_ids_are_unique() -> None:
    ids = [*(entry.id for entry in ROWS), *(nation.id for nation in NATIONS)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", CODES)
def test_no_name_is_written_twice_in_its_entry(code: str) -> None:
    own = names.load(code)
    rows = ((entry.id, (*((entry.name,) if code == "en" else ()), *entry.names.get(code, ()))) for entry in ENTRIES)
    for owner, words in (*rows, *own.outlets.items(), *own.regions.items(), *((c, n.names) for c, n in own.nations.items())):
        keys = [key(word) for word in words]
        assert len(keys) == len(set(keys)), (owner, words)


@pytest.mark.parametrize("code", CODES)
def test_every_id_of_a_language_is_a_row_of_the_world(code: str) -> None:
    own = names.load(code)
    assert set(own.actors) <= {row.id for row in ROWS}
    assert set(own.outlets) <= set(outlets.load().by_id)
    assert set(own.regions) <= {region.id for region in pack.load("world", "regions", tuple[gazetteer.Region, ...])}
    assert set(own.nations) <= set(pack.load("world", "countries", dict[str, tuple[float, float]]))
    cities = {row.id for name in own.cities.values() for word in name for row in gazetteer.load().get(key(word))}
    assert set(own.cities) <= cities


def test_family_and_state_lead_to_entries_that_exist() -> None:
    known = {*(entry.id for entry in ENTRIES), *(nation.id for nation in NATIONS)}
    parents = {entry.id: entry.family for entry in ENTRIES if entry.family is not None}
    assert {family for family in parents.values() if family not in known} == set()
    assert {entry.state for entry in ENTRIES if entry.state is not None} <= {nation.code for nation in NATIONS}


def test_families_have_no_circle() -> None:
    parents = {entry.id: entry.family for entry in ENTRIES}
    for start in parents:
        seen, step = {start}, parents[start]
        while step is not None:
            assert step not in seen, start
            seen.add(step)
            step = parents.get(step)


def test_organs_of_a_state_carry_its_code() -> None:
    organs = [entry for entry in ENTRIES if entry.id.startswith("state:")]
    assert len(organs) > 400
    for entry in organs:
        assert entry.id.startswith(f"state:{entry.state}/"), entry.id


@pytest.mark.parametrize("prefix", ["group", "body", "org", "office", "state"])
def test_ids_are_kebab_case(prefix: str) -> None:
    for entry in ENTRIES:
        if entry.id.startswith(f"{prefix}:"):
            name = entry.id.partition("/" if prefix == "state" else ":")[2]
            assert name != ""
            assert all(c.isascii() and (c.islower() or c.isdigit() or c == "-") for c in name), entry.id


def test_no_person_and_no_outlet_is_among_the_actors() -> None:
    assert {entry.kind for entry in ENTRIES} <= {Kind.GROUP, Kind.ORGANISATION, Kind.OFFICE}


@pytest.mark.parametrize("code", CODES)
def test_names_of_nations_and_regions_are_in_the_script_of_their_language(code: str) -> None:
    own = names.load(code)
    letters = re.compile(f"[{language.load(code).letters or 'A-Za-z'}]")
    for words in (*own.regions.values(), *(country.names for country in own.nations.values())):
        assert all(letters.search(word) is not None for word in words), words


@pytest.mark.parametrize("code", CODES)
def test_every_state_of_the_united_nations_has_a_name(code: str) -> None:
    assert len(NATIONS) == 198
    assert {nation.code for nation in NATIONS if len(nation.names.get(code, ())) == 0} == set()


@pytest.mark.parametrize("code", CODES)
def test_nations_in_the_news_have_adjectives(code: str) -> None:
    news = ["IQ", "SY", "LB", "YE", "PS", "IL", "IR", "TR", "JO", "SA", "EG", "LY", "SD", "RU", "UA", "US", "GB", "FR", "AF", "SO"]
    assert {nation for nation in news if len(actors.load().nations[nation].adjectives.get(code, ())) == 0} == set()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("ISIS", "group:islamic-state"),
        ("Da'esh", "group:islamic-state"),
        ("Da’esh", "group:islamic-state"),
        ("the Islamic State group", "group:islamic-state"),
        ("داعش", "group:islamic-state"),
        ("تنظيم الدولة الاسلامية", "group:islamic-state"),
        ("SDF", "group:syrian-democratic-forces"),
        ("the Syrian Democratic Forces", "group:syrian-democratic-forces"),
        ("قسد", "group:syrian-democratic-forces"),
        ("قوات سوريا الديموقراطية", "group:syrian-democratic-forces"),
        ("هيئة تحرير الشام", "group:hayat-tahrir-al-sham"),
        ("HTS", "group:hayat-tahrir-al-sham"),
        ("حزب العمال الكردستاني", "group:pkk"),
        ("Kurdistan Workers’ Party", "group:pkk"),
        ("الحشد الشعبي", "group:popular-mobilization-forces"),
        ("Hashd al-Shaabi", "group:popular-mobilization-forces"),
        ("Hizbollah", "group:hezbollah"),
        ("كتائب حزب الله", "group:kataib-hezbollah"),
        ("أنصار الله", "group:houthis"),
        ("the Houthis", "group:houthis"),
        ("حركة الشباب", "group:al-shabaab"),
        ("الدعم السريع", "group:rapid-support-forces"),
        ("M23", "group:m23"),
        ("Pakistani Taliban", "group:tehrik-e-taliban-pakistan"),
        ("UN", "body:united-nations"),
        ("الأمم المتحدة", "body:united-nations"),
        ("UN Security Council", "body:un-security-council"),
        ("UNHCR", "body:unhcr"),
        ("مفوضية اللاجئين", "body:unhcr"),
        ("أوتشا", "body:ocha"),
        ("الجنائية الدولية", "body:icc"),
        ("حلف شمال الأطلسي", "body:nato"),
        ("الاتحاد الإفريقي", "body:african-union"),
        ("التحالف الدولي", "body:global-coalition-against-isis"),
        ("المرصد السوري لحقوق الانسان", "org:syrian-observatory-for-human-rights"),
        ("SOHR", "org:syrian-observatory-for-human-rights"),
        ("Doctors Without Borders", "org:msf"),
        ("الخوذ البيضاء", "org:white-helmets"),
        ("UN chief", "office:un-secretary-general"),
        ("Iraq’s Foreign Ministry", "state:IQ/foreign-ministry"),
        ("Iraqi Ministry of Foreign Affairs", "state:IQ/foreign-ministry"),
        ("وزارة الخارجية العراقية", "state:IQ/foreign-ministry"),
        ("الخارجية العراقية", "state:IQ/foreign-ministry"),
        ("Syrian Ministry of Defense", "state:SY/defence-ministry"),
        ("الجيش العراقي", "state:IQ/army"),
        ("الرئاسة التركية", "state:TR/presidency"),
        ("IDF", "state:IL/army"),
        ("الحرس الثوري", "state:IR/irgc"),
        ("Pentagon", "state:US/defence-ministry"),
        ("US Department of Defence", "state:US/defence-ministry"),
        ("الخارجية الأميركية", "state:US/foreign-ministry"),
        ("CENTCOM", "state:US/central-command"),
        ("Türkiye", "state:TR"),
        ("TURKEY", "state:TR"),
        ("U.S.", "state:US"),
        ("الولايات المتحدة", "state:US"),
        ("the White House", "state:US"),
        ("الكرملين", "state:RU"),
        ("Downing Street", "state:GB"),
        ("بغداد", "state:IQ"),
    ],
)
def test_a_name_leads_to_its_actor(name: str, actor: str) -> None:
    entry = actors.load().get(name)
    assert entry is not None
    assert entry.id == actor


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iraqis", "IQ"),
        ("العراقيين", "IQ"),
        ("عراقيون", "IQ"),
        ("سورية", "SY"),
        ("أمريكية", "US"),
        ("الأميركي", "US"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("كورية جنوبية", "KR"),
        ("الأفغان", "AF"),
        ("South Sudanese", "SS"),
        ("أوكرانية", "UA"),
    ],
)
def test_an_adjective_leads_to_its_nation(word: str, code: str) -> None:
    assert actors.load().adjectives[key(word)].code == code


@pytest.mark.parametrize(
    "name",
    [
        "Congo",
        "عمان",
        "مالي",
        "SNA",
        "Foreign Office",
        "Foreign Ministry",
        "وزارة الخارجية",
        "Amnesty",
        "القاعدة",
        "أفاد",
        "كابل",
        "مسقط",
        "إيقاد",
        "AU",
    ],
)
def test_a_name_that_two_share_or_that_is_a_common_word_leads_nowhere(name: str) -> None:
    assert actors.load().get(name) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Kataib Hezbollah and Hezbollah", ["group:kataib-hezbollah", "group:hezbollah"]),
        ("Iraq's Foreign Ministry told the UN Security Council", ["state:IQ/foreign-ministry", "body:un-security-council"]),
        ("South Sudan and Sudan", ["state:SS", "state:SD"]),
        ("قالت وزارة الدفاع التركية إن الجيش السوري الحر", ["state:TR/defence-ministry", "group:free-syrian-army"]),
        ("الجيش الوطني الليبي والحكومة", ["group:libyan-national-army"]),
    ],
)
def test_the_longest_name_wins_in_a_text(text: str, ids: list[str]) -> None:
    keys = make_sentence(text, fold(text), 0, len(text)).keys
    assert [hit.value.id for hit in actors.load().terms.find(keys)] == ids
