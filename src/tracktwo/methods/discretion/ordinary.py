"""Words that are names only to somebody who knows: коваль is a smith, Коваль a neighbour.

A word of this list counts as a name only where it is written as one. The list is our own; it holds what surnames and
given names of Ukraine and Russia share with the language, and small words that fall together with a declined name once
alphabets are set aside.
"""

from __future__ import annotations

from functools import lru_cache

from tracktwo.methods.discretion.paradigms import declined
from tracktwo.methods.discretion.sounds import skeletons

# Declined: every form of it is ordinary.
_NOUNS = """
коваль мельник гончар бондар швець кравець ткач шевчик гриб мороз заєць заяц вовк волк лис лиса лебідь лебедь
соловей орел орёл сокіл сокол голуб голубь горобець воробей ворона сорока жук муха комар бик бык баран козел
козёл кіт кот рак сом щука карась гора река ріка море поле ліс лес дуб береза верба калина вишня яблуко груша
хміль хмель барвінок гарбуз кавун цибуля редька капуста перець перец сало масло пиріг пирог борщ каша куліш
вареник коровай хліб хлеб сіль соль мед цукор чай вино віск голова рука нога око ніс нос вус борода чуб палець
палец кулак шапка кожух сорочка чумак козак казак гетьман отаман сотник писар писарь дяк поп пономар рибак
рыбак мисливець стрілець стрелец кучер пастух скрипник кобзар співак художник столяр маляр кузнец плотник зима
весна літо лето осінь осень вітер ветер туман дощ дождь буря сніг снег град середа субота п’ятниця суббота
пятница світ свет мир воля доля правда слава надія надежда віра вера любов любовь злата золото срібло камінь
камень кремінь земля вода вогонь огонь попіл зоря заря місяць місто роза лілія лилия мак роман лев марка май
березень липень король князь граф царь цар барон герой друг брат сват кум гость лада влада власть поля рая рай
дана мила карта закон право суд договір архів архив письмо лист книга слово голос пам’ять міст мост центр
школа клас група журнал редактор редакція кафедра інститут університет семінар лекція молодь учень вчитель
журавель журавль зозуля
баба дід дед мати батько отец мать дочка син сын вдова галка галочка синиця чайка жайворонок перепелиця ясен
клен явір
"""
# Adjectives that are surnames as well.
_ADJECTIVES = """
чорний білий сірий зелений синій рудий червоний золотий срібний лісовий степовий гірський польовий морський
річний новий старий молодий великий малий довгий короткий товстий тонкий гарний добрий веселий тихий швидкий
гострий солодкий черный белый серый зеленый зелёный рыжий красный золотой лесной степной новый старый молодой
большой малый толстой тихий быстрый сладкий верхній нижній верхний нижний середній средний крайній широкий
вільний вольный свободный
"""
# As they stand: function words, and words of English, that fall together with a form of some name.
_SMALL = """
людей люди людям людьми якби вийти выйти програма програми програму програмі программа программы программу только ничьё
нічия любой любая любое любые любую майно майже мати маю має стасі тоні тони толк сенс сені ладу лади ладі ясі ясна
time times many raise rays choose coal cola dash kill kind tone tony toll mash make male mail mar
коли люди ані тому таня дані дана дано дани один одна поки поля яка які яку яким якою юний мало мало мила мені
міні тим тими тих тома том томі рано рану рани жени жене жень вони воно він їх ним нам вам саме сама самі всі
весь все уся усі или они она оно ему ими них нами вами сами сама само люба люблю валі вал валом ради рада раду
радою раді ради радам рай стан стану стани станом лист листа листи нині нина ним день дні дня денис дим дима
дому дома дім мова мови мову мовою слави славі славу славою віри вірі віру вірою вірю влади владі владу владою
волі волю волею долі долю правди правді when roman mark marks will may rose grace art dean hope hill ball wolf
march bill rob jack frank grant miles max sam ben tom don ray lee young king cook baker mason page bell wood
stone field rice price long short black white green brown gray grey gold silver day week early late dear rich
poor wise good best may june august summer winter sun moon star river lake sea land war peace rule law court
case board chair panel paper news press media state union party council committee both are our any her his its
has had how who why all one two ten men man van can ran tan fan pan plan iran iraq oman yemen alia via idea
area era data visa lima nice cyprus kyiv lviv moscow london paris rome vienna geneva наш наша наші ваш ваша
ваші кожен кожна кожний каждый каждая чи час часу часом рік року роки роком год года году годом план плани
планом панель панелі сесія зал зала залі дах сад сади саду око очі пан пані пана панів пана роз рози розі
"""


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Skeletons that are an ordinary word in some form."""
    declinable = (said for word in (_NOUNS + _ADJECTIVES).split() for said in skeletons(word)[:1])
    small = (said for word in _SMALL.split() for said in skeletons(word)[:1])
    return frozenset(form for said in declinable for form in declined(said)) | frozenset(small)


def is_ordinary(said: str) -> bool:
    return said in ordinary_words()
