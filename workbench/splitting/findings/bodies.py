"""Find organisations by the form of their names: ministries, staffs, units, institutes, acronyms."""

from __future__ import annotations

from functools import cache

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import read_bodies, read_peoples, read_places
from workbench.splitting.parsing.parsed import Paragraph, Word

ORGANISATION = "organisation"
Found = tuple[int, int, str]  # first and last token position (excluded), label

_HEADS = lexicon.word_set(
    """Academy Administration Agency Alliance Army Assembly Association Authority Bank Battalion
    Battalions Brigade Brigades Broadcaster Brotherhood Bureau Cabinet Center Centre Chamber
    Coalition Command Commission Committee Company Confederation Congress Corporation Corps Council
    Court Crescent Cross Department Directorate Division Executive Federation Fleet Force Forces
    Foundation Front Fund Government Group Guard Guards Inspectorate Institute Laboratory League
    Legion Militia Militias Ministry Mission Monitor Movement Nations Navy Observatory Office
    Organisation Organization Parliament Party Police Regiment Secretariat Senate Service Services
    Society Squadron Staff Syndicate Tribunal Union University Watch Watchdog"""
)
# Heads that go on: "Ministry of Defence", "Institute for the Study of War".
_GOING_ON = frozenset({"of", "for", "on", "against"})
_LONGEST_RUN = 8  # words before the head
_INSIDE = frozenset({"of", "for", "the", "and", "on", "-", "&", "in"})
_OWNERS = frozenset(
    {"People", "Peoples", "Workers", "Women", "Farmers", "Soldiers"}
)  # "People's Liberation Front"
# Bodies written small: the words before the head, then the head.
_SMALL = {
    "ministry": lexicon.word_set(
        """defence defense foreign interior health finance justice energy emergency emergencies transport
    economy culture education agriculture information"""
    ),
    "staff": {"general"},
    "service": lexicon.word_set(
        "border security intelligence emergency emergencies rescue migration prison customs"
    ),
    "services": lexicon.word_set("security intelligence emergency rescue"),
    "force": {"air"},
    "forces": {"armed"},
    "guard": lexicon.word_set("border coast national"),
    "guards": {"border"},
    "office": lexicon.word_set("foreign presidential prosecutor"),
    "council": lexicon.word_set("security"),
    "court": lexicon.word_set("supreme constitutional criminal"),
    "bank": {"central"},
    "department": {"state"},
    "administration": lexicon.word_set("military regional presidential"),
    "commission": lexicon.word_set("electoral election"),
    "agency": lexicon.word_set("intelligence news security"),
    "command": lexicon.word_set("military northern southern eastern western"),
    "army": frozenset(),
}
_NO_BODIES = lexicon.word_set(
    """AD ADHD AFV AI AK AM AMX APC ATACMS ATGM BC BMP BST BTR CAT CEO CEST CET COVID DNA EDT EST EUR
    FAB FPV GBP GDP GLONASS GMT GPS HARM HIMARS HIV ICBM ICU ID IED IFV IS IT JDAM KAB LED LNG LPG
    MANPADS MBT MIG MLRS MP MPS NASAMS NGO NGOS OK PM PMC POW POWS PR PT QR RPG SAM SAMP SU TNT TOS
    TV UAV UAVS UGV USD USV UTC UXO VAT VIP WMD II III IV VI VII"""
)
# Named so often that the statistical reader's guesses (a person, a people) would mislead.
_WEAPONS = lexicon.word_set(
    """Abrams ATACMS Bayraktar Bradley Geran Gepard Gripen HIMARS Himars Iskander Javelin JDAM Kalibr
    Kinzhal Kornet Lancet Leopard Merkava Orlan Oreshnik Patriot Patriots Shahed Shaheds Stinger
    Taurus Tomahawk Zircon"""
)


def find_bodies(doc: Paragraph) -> list[Found]:
    """Give organisations in order of position, the surest first where two begin together."""
    found = [
        *_find_listed(doc),
        *_find_named(doc),
        *_find_small(doc),
        *_find_acronyms(doc),
        *_find_weapons(doc),
    ]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def is_body(word: Word) -> bool:
    """Tell whether a name that ends in this word is an organisation's."""
    return word.lower_ in lexicon.BODIES - {"republic"} or word.text in _HEADS


def _find_listed(doc: Paragraph) -> list[Found]:
    listed = read_bodies()
    starts = _first_words()
    found = []
    for word in doc:
        if word.text not in starts:
            continue
        for length in range(min(4, len(doc) - word.i), 0, -1):
            if doc[word.i : word.i + length].text in listed:
                found.append((word.i, word.i + length, ORGANISATION))
                break
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.replace("-", " ").split()[0] for name in read_bodies())


def _find_named(doc: Paragraph) -> list[Found]:
    """Capitalised names with a telling head, from the words before it to what follows "of" or "for"."""
    found = []
    for word in doc:
        if word.text not in _HEADS:
            continue
        first, last = word.i, word.i + 1
        while first > 0 and word.i - first < _LONGEST_RUN and _is_part(doc[first - 1]):
            first -= 1
        if last + 1 < len(doc) and doc[last].lower_ in _GOING_ON:
            last = _go_on(doc, last)
        lone = last - first == 1
        if lone and (
            word.is_sent_start or word.pos_ != "PROPN" or word.text.endswith(("Group", "Front", "Company"))
        ):
            continue
        found.append((first, last, ORGANISATION))
    return found


def _is_part(word: Word) -> bool:
    if word.text == "-":
        return word.i > 0 and not word.whitespace_ and word.nbor(-1).text[:1].isupper()
    if word.lower_ in {"'s", "’s", "'", "’"}:
        return word.i > 0 and word.nbor(-1).text in _OWNERS
    if word.text[:1].isdigit():
        return word.text[-2:] in {"st", "nd", "rd", "th"}
    if not word.text[:1].isupper() or not word.text[-1].isalpha():
        return False
    return not (word.is_sent_start and word.pos_ in {"DET", "ADP", "SCONJ", "CCONJ", "PRON", "ADV"})


def _go_on(doc: Paragraph, start: int) -> int:
    """Give the end of "for the Study of War" when capitals follow, else where it would have begun."""
    end, position = start, start
    while position < len(doc) and position - start < 10:
        word = doc[position]
        joined = word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).text[:1].isupper()
        if word.text[-1].isalpha() and (word.text[:1].isupper() or joined):
            end = position + 1
        elif word.lower_ not in _INSIDE or (
            word.lower_ in {"and", "in", "on"} and not _goes_on(doc, position)
        ):
            break
        position += 1
    return end


def _goes_on(doc: Paragraph, position: int) -> bool:
    """Tell whether "and" joins two parts of one name ("Security and Co-operation in Europe")."""
    after = doc[position + 1] if position + 1 < len(doc) else None
    if after is None or not after.text[:1].isupper() or after.text in read_peoples():
        return False
    if doc[position].lower_ in {"in", "on"}:
        return after.text in {"Europe", "Asia", "Africa"}
    return after.text not in read_places()


def _find_small(doc: Paragraph) -> list[Found]:
    return [
        (word.i - 1, word.i + 1, ORGANISATION)
        for word in doc
        if word.i > 0 and word.nbor(-1).lower_ in _SMALL.get(word.lower_, ())
    ]


def _find_weapons(doc: Paragraph) -> list[Found]:
    return [
        (word.i, word.i + 1, "other")
        for word in doc
        if word.text in _WEAPONS and (word.pos_ == "PROPN" or not word.is_sent_start)
    ]


def _find_acronyms(doc: Paragraph) -> list[Found]:
    """Short words in capitals are bodies, but for weapons, titles and countries, and text all in capitals."""
    found = []
    for word in doc:
        letters = word.text.replace(".", "")
        if not (2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()) or letters in _NO_BODIES:
            continue
        if word.pos_ not in {"PROPN", "NOUN"} or word.ent_type_ in {
            "DATE",
            "TIME",
            "MONEY",
            "QUANTITY",
            "PERCENT",
        }:
            continue
        shouted = any(
            0 <= near < len(doc) and len(doc[near]) > 3 and doc[near].text.isupper()
            for near in (word.i - 1, word.i + 1)
        )
        hyphened = (
            word.i + 1 < len(doc)
            and doc[word.i + 1].text == "-"
            and doc[min(word.i + 2, len(doc) - 1)].like_num
        )
        if not shouted and not hyphened and word.text not in read_places():
            found.append((word.i, word.i + 1, ORGANISATION))
    return found
