"""A small hand-typed list of places and peoples on the war beat; context rules find the rest.

The names are general knowledge, typed for this project: no outside list was copied.
"""

from __future__ import annotations

from functools import cache

_COUNTRIES = """
Afghanistan;Albania;Algeria;Angola;Argentina;Armenia;Australia;Austria;Azerbaijan;Bahrain;Bangladesh;Belarus;Belgium;
Bosnia;Bosnia and Herzegovina;Brazil;Britain;Great Britain;Bulgaria;Burkina Faso;Cameroon;Canada;Central
African Republic;
Chad;Chile;China;Colombia;Congo;Croatia;Cuba;Cyprus;Czechia;Czech Republic;Democratic Republic of
Congo;Denmark;Egypt;
Eritrea;Estonia;Ethiopia;Finland;France;Georgia;Germany;Ghana;Greece;Haiti;Hungary;Iceland;India;Indonesia;Iran;Iraq;
Ireland;Israel;Italy;Japan;Jordan;Kazakhstan;Kenya;Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Libya;Lithuania;
Luxembourg;Mali;Malta;Mexico;Moldova;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Nepal;Netherlands;New
Zealand;Niger;
Nigeria;North Korea;North
Macedonia;Norway;Oman;Pakistan;Palestine;Peru;Philippines;Poland;Portugal;Qatar;Romania;Russia;
Rwanda;Saudi Arabia;Senegal;Serbia;Singapore;Slovakia;Slovenia;Somalia;South Africa;South Korea;South
Sudan;Soviet Union;
Spain;Sudan;Sweden;Switzerland;Syria;Taiwan;Tajikistan;Thailand;Tunisia;Turkey;Türkiye;Turkmenistan;UAE;Uganda;UK;Ukraine;
United Arab Emirates;United Kingdom;United States;US;U.S.;USA;Uzbekistan;Venezuela;Vietnam;Yemen;Zimbabwe
"""
_REGIONS = """
Abkhazia;Africa;Asia;Baltic Sea;Balkans;Belgorod Oblast;Black
Sea;Caucasus;Chechnya;Cherkasy;Crimea;Dagestan;Darfur;
Donbas;Donbass;Donetsk;Donetsk Oblast;Eastern Europe;Europe;Gaza;Gaza Strip;Glushovsky;Golan Heights;Gulf
of Aden;Idlib;
Kashmir;Kaliningrad;Karabakh;Kherson Oblast;Kurdistan;Kursk;Kursk Oblast;Luhansk;Luhansk Oblast;Middle East;
Nagorno-Karabakh;North Ossetia;Persian Gulf;Red Sea;Sahel;Sea of Azov;Siberia;Sinai;South Ossetia;Strait
of Hormuz;
Suwalki Gap;Taiwan Strait;Tigray;Transcarpathia;Transnistria;West Bank;Xinjiang;Zaporizhzhia Oblast
"""
_CITIES = """
Aleppo;Aden;Ankara;Astana;Avdiivka;Baghdad;Bakhmut;Baku;Balakliia;Basra;Beijing;Beirut;Belgorod;Belgrade;Benghazi;
Berdiansk;Berlin;Bila Tserkva;Brussels;Bryansk;Bucha;Bucharest;Budapest;Cairo;Chasiv
Yar;Chernihiv;Chernivtsi;Chernobyl;
Chisinau;Chornobyl;Damascus;Deir al-Balah;Deir ez-
Zor;Dnipro;Doha;Druzhkivka;Enerhodar;Geneva;Glushkovo;Grozny;Haifa;
Helsinki;Hodeidah;Homs;Horlivka;Hostomel;Hrodna;Huliaipole;Irpin;Ivano-Frankivsk;Izium;Izmail;Jabalia;Jenin;Jerusalem;
Kabul;Kakhovka;Kamianske;Kandahar;Kazan;Kerch;Khan
Younis;Kharkiv;Khartoum;Kherson;Khmelnytskyi;Kiev;Kirkuk;Korenevo;
Kostiantynivka;Kramatorsk;Krasnodar;Kremenchuk;Kreminna;Kryvyi
Rih;Kupiansk;Kurakhove;Kyiv;Kropyvnytskyi;London;Lviv;Lutsk;
Lyman;Lysychansk;Makhachkala;Maarat al-
Numan;Mariupol;Marinka;Marjayoun;Melitopol;Minsk;Mogadishu;Moscow;Mosul;
Murmansk;Mykolaiv;Nablus;Nahariya;Nikopol;Nova
Kakhovka;Novorossiysk;Odesa;Odessa;Ochakiv;Orenburg;Oryol;Orikhiv;Paris;
Pavlohrad;Pervomaisk;Pokrovsk;Poltava;Popasna;Prague;Pyongyang;Rafah;Ramallah;Raqqa;Riga;Rivne;Riyadh;Robotyne;
Rostov-on-Don;Rubizhne;Saint Petersburg;St Petersburg;Sanaa;Sarajevo;Saratov;Sderot;Selydove;Seoul;Sevastopol;
Sievierodonetsk;Simferopol;Siversk;Sloviansk;Smolensk;Sochi;Soledar;Stepanakert;Sudzha;Sumy;Sverdlovsk;Taganrog;Taipei;
Tallinn;Tbilisi;Tehran;Tel
Aviv;Ternopil;Tiraspol;Tokmak;Toretsk;Tripoli;Tskhinvali;Tula;Tyre;Uman;Uzhhorod;Vasylivka;
Velyka
Novosilka;Vienna;Vilnius;Vinnytsia;Volgograd;Voronezh;Vovchansk;Vuhledar;Warsaw;Washington;Yalta;Yerevan;
Zagreb;Zaporizhzhia;Zhytomyr
"""
# People of a country, with the country's name for "its forces" said by "Russian officials".
_PEOPLES = """
Afghan;African;Albanian;American;Arab;Armenian;Asian;Australian;Austrian;Azerbaijani;Belarusian;Belgian;Bosnian;Brazilian;
British;Bulgarian;Canadian;Chechen;Chinese;Colombian;Croatian;Cuban;Czech;Danish;Dutch;Egyptian;Emirati;Eritrean;Estonian;
Ethiopian;European;Filipino;Finnish;French;Georgian;German;Greek;Hungarian;Indian;Indonesian;Iranian;Iraqi;Irish;Israeli;
Italian;Japanese;Jordanian;Kazakh;Korean;Kosovar;Kurdish;Kuwaiti;Latvian;Lebanese;Libyan;Lithuanian;Malian;Mexican;
Moldovan;Montenegrin;Moroccan;Nigerian;North
Korean;Norwegian;Pakistani;Palestinian;Polish;Portuguese;Qatari;Romanian;
Russian;Rwandan;Saudi;Scottish;Serbian;Slovak;Slovenian;Somali;South
Korean;Soviet;Spanish;Sudanese;Swedish;Swiss;Syrian;
Taiwanese;Tatar;Thai;Tunisian;Turkish;Ukrainian;Venezuelan;Vietnamese;Western;Yemeni
"""

LONGEST_NAME = 4  # words


def _names(block: str) -> frozenset[str]:
    return frozenset(name.strip() for name in block.replace("\n", "").split(";") if name.strip())


@cache
def read_places() -> dict[str, str]:
    """Give every known place with its sort: country, region or city."""
    sorts = (("city", _CITIES), ("region", _REGIONS), ("country", _COUNTRIES))
    return {name: sort for sort, block in sorts for name in _names(block)}


@cache
def read_peoples() -> frozenset[str]:
    """Give the adjectives of nationality ("Ukrainian")."""
    return _names(_PEOPLES)
