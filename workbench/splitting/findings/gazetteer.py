"""Names of places, peoples and bodies that are known beforehand; context rules find the rest.

The places come from GeoNames (CC BY 4.0, see places/NOTICE.md) and from a typed list; peoples and
bodies are typed. The file of places stays one block of bytes that is searched by halving; it is read
when a name is first asked for.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from workbench.splitting.lexicon import word_set

DATA = Path(__file__).parent / "places" / "places.txt"
LONGEST_NAME = 7  # words and hyphens

_SORTS = {"c": "city", "r": "region", "k": "country", "w": "water"}
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "þ": "th", "ß": "ss", "ə": "a", "œ": "oe"}  # noqa: RUF001 - letters without a plain form
)
_LEFT_OUT = str.maketrans(dict.fromkeys("'’‘ʼʹʻ`´.", ""))  # noqa: RUF001 - spellings of the soft sign
# Read as written: "us" and "uk" are other words.
_SHORT_COUNTRIES = word_set(
    "US USA U.S. U.S U.S.A. UK U.K. UAE U.A.E. DRC USSR GDR PRC DPRK D.C. DNR DPR LNR LPR KRG"
)

# People of a country, as an adjective or as its own name.
_PEOPLES = """
Abkhaz;Afghan;African;Albanian;Algerian;American;Angolan;Arab;Argentine;Argentinian;
Armenian;Asian;Australian;Austrian;Azerbaijani;Azeri;Bahraini;Baltic;Bangladeshi;Basque;
Belarusian;Belarussian;Belgian;Bolivian;Bosnian;Brazilian;British;Bulgarian;Burkinabe;
Burmese;Burundian;Cambodian;Cameroonian;Canadian;Catalan;Chadian;Chechen;Chilean;Chinese;
Christian;Colombian;Congolese;Crimean;Croat;Croatian;Cuban;Cypriot;Czech;Dagestani;Danish;
Druze;Dutch;East German;Ecuadorian;Egyptian;Emirati;English;Eritrean;Estonian;Ethiopian;
European;Filipino;Finnish;French;Gambian;Gazan;Georgian;German;Ghanaian;Greek;Guatemalan;
Guinean;Haitian;Honduran;Hungarian;Icelandic;Indian;Indonesian;Ingush;Iranian;Iraqi;Irish;
Israeli;Italian;Ivorian;Jamaican;Japanese;Jewish;Jordanian;Kazakh;Kazakhstani;Kenyan;
Korean;Kosovar;Kurdish;Kuwaiti;Kyrgyz;Lao;Latvian;Lebanese;Liberian;Libyan;Lithuanian;
Macedonian;Malaysian;Malian;Maltese;Mauritanian;Mexican;Moldovan;Mongolian;Montenegrin;
Moroccan;Mozambican;Muslim;Namibian;Nepalese;Nepali;Nicaraguan;Nigerian;Nigerien;
North Korean;Northern Irish;Norwegian;Omani;Ossetian;Pakistani;Palestinian;Panamanian;
Pashtun;Peruvian;Polish;Portuguese;Qatari;Roma;Rohingya;Romanian;Russian;Rwandan;Saudi;
Scottish;Senegalese;Serb;Serbian;Shia;Shiite;Singaporean;Slovak;Slovakian;Slovene;
Slovenian;Somali;South African;South Korean;South Sudanese;Soviet;Spanish;Sri Lankan;
Sudanese;Sunni;Swedish;Swiss;Syrian;Taiwanese;Tajik;Tanzanian;Tatar;Thai;Tibetan;
Tunisian;Turkish;Turkmen;Tuareg;Ugandan;Ukrainian;Uyghur;Uighur;Uzbek;Venezuelan;
Vietnamese;Welsh;West German;Western;Yazidi;Yemeni;Zambian;Zimbabwean
"""
# Bodies whose names do not show by their last word that they are one.
_BODIES = """
Al Jazeera;Al Qaeda;al-Qaeda;Al-Shabaab;al-Shabaab;Amnesty International;Associated Press;
BBC;Bellingcat;Boko Haram;Bundestag;Bundeswehr;CNN;Deutsche Welle;Doctors Without Borders;
Downing Street;Duma;E3;Energoatom;Euronews;Europol;Facebook;Fano;Fatah;Financial Times;
Frontex;G7;G20;Gazprom;Google;Hamas;Hezbollah;Hizbollah;Hizbullah;Houthi;Houthis;
Human Rights Watch;Interfax;Interpol;Islamic Jihad;Islamic State;Janjaweed;Knesset;Kremlin;
Lukoil;M23;Majlis;Medecins Sans Frontieres;Meduza;Meta;Microsoft;Mossad;Naftogaz;
New York Times;Oxfam;Pentagon;Politico;Quds Force;Rada;Reuters;Roscosmos;Rosatom;Rosneft;
Rostec;Rybar;Shin Bet;Sky News;SpaceX;Starlink;State Duma;Suspilne;Taliban;Telegram;
TikTok;Twitter;Ukrenergo;Ukrinform;UNICEF;Verkhovna Rada;Wagner;Wall Street Journal;
Washington Post;White House;YouTube
"""


def fold_name(name: str) -> str:
    """Spell a name as the data file does: plain small letters, hyphens as spaces, no accents."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(sign for sign in name if not unicodedata.combining(sign))
    return " ".join(name.lower().translate(_LETTERS).translate(_LEFT_OUT).replace("-", " ").split())


class Places:
    """Known places by name, in any spelling that fold_name() makes one."""

    def get(self, name: str) -> str | None:
        """Give a place's sort: country, region, city or water; None when no such place is known."""
        letter = _look_up(fold_name(name))
        if name in _SHORT_COUNTRIES:
            return "country"
        return _SORTS[letter.lower()] if letter else None

    def is_doubtful(self, name: str) -> bool:
        """Tell whether a place's name is as often a word or a person, so that it needs a sign beside it."""
        return name not in _SHORT_COUNTRIES and _look_up(fold_name(name)).isupper()

    def starts_name(self, word: str) -> bool:
        """Tell cheaply whether any place's name begins with this word."""
        return word in _SHORT_COUNTRIES or _starts_name(fold_name(word))

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None


@cache
def read_places() -> Places:
    return Places()


@cache
def read_peoples() -> frozenset[str]:
    """Give the adjectives of nationality and faith ("Ukrainian")."""
    return _names(_PEOPLES)


@cache
def read_bodies() -> frozenset[str]:
    """Give the names of bodies that only a list can tell."""
    return _names(_BODIES)


def _names(block: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in block.split(";"))


@cache
def _read_data() -> bytes:
    return DATA.read_bytes()


@lru_cache(4096)
def _look_up(key: str) -> str:
    """Give the letter that stands for a sort, a capital when the name is doubtful, "" when there is none."""
    data = _read_data()
    line = f"{key}\t".encode("ascii", "replace")
    start = _find_line(data, line)
    return chr(data[start + len(line)]) if key and data.startswith(line, start) else ""


@lru_cache(4096)
def _starts_name(key: str) -> bool:
    data = _read_data()
    word = key.encode("ascii", "replace")
    start = _find_line(data, word)
    return bool(word) and data.startswith((word + b"\t", word + b" "), start)


def _find_line(data: bytes, wanted: bytes) -> int:
    """Give where the first line begins that does not sort before `wanted`."""
    low, high = 0, len(data)  # each at a line break, which the data opens with
    while low < high:
        middle = data.rfind(b"\n", low, (low + high) // 2 + 1)
        if middle < 0:
            break
        end = data.find(b"\n", middle + 1)
        end = len(data) if end < 0 else end
        if data[middle + 1 : end] < wanted:
            low = end
        else:
            high = middle
    return low + 1
