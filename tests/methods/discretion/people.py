"""A fictional roster of sixty, declined by hand. Nothing here is made by the code under test.

Each line: surname in the nominative | genitive | dative | instrumental ; given name in the same cases ; what they are
called at home ; a romanisation of the whole ; another romanisation of the surname ; the surname as the other language
writes it. The first thirty are Ukrainian, the others Russian. Nobody is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

LINES = """
Зозуленко|Зозуленка|Зозуленкові|Зозуленком; Олексій|Олексія|Олексієві|Олексієм; Олекса; Oleksii Zozulenko; Zozulenko; Зозуленко
Кравчишин|Кравчишина|Кравчишину|Кравчишином; Тарас|Тараса|Тарасові|Тарасом; Тарасик; Taras Kravchyshyn; Kravčyšyn; Кравчишин
Вільшанська|Вільшанської|Вільшанській|Вільшанською; Олена|Олени|Олені|Оленою; Оленка; Olena Vilshanska; Vil’šansʹka; Вильшанская
Журавчук|Журавчука|Журавчукові|Журавчуком; Петро|Петра|Петрові|Петром; Петрик; Petro Zhuravchuk; Žuravčuk; Журавчук
Щербаківський|Щербаківського|Щербаківському|Щербаківським; Юрій|Юрія|Юрієві|Юрієм; Юрко; Yurii Shcherbakivskyi; Ščerbakivsʹkyj; Щербаковский
Криничко|Кринички|Криничці|Криничкою; Марія|Марії|Марії|Марією; Марійка; Mariia Krynychko; Krynyčko; Криничко
Чумаченко|Чумаченка|Чумаченку|Чумаченком; Сергій|Сергія|Сергієві|Сергієм; Сергійко; Serhii Chumachenko; Čumačenko; Чумаченко
Яструбець|Яструбця|Яструбцеві|Яструбцем; Михайло|Михайла|Михайлові|Михайлом; Михась; Mykhailo Yastrubets; Jastrubecʹ; Яструбец
Подільчук|Подільчука|Подільчукові|Подільчуком; Дмитро|Дмитра|Дмитрові|Дмитром; Дмитрик; Dmytro Podilchuk; Podilʹčuk; Подильчук
Гнатишина|Гнатишиної|Гнатишиній|Гнатишиною; Оксана|Оксани|Оксані|Оксаною; Оксанка; Oksana Hnatyshyna; Hnatyšyna; Гнатышина
Береговий|Берегового|Береговому|Береговим; Андрій|Андрія|Андрієві|Андрієм; Андрійко; Andrii Berehovyi; Berehovyj; Береговой
Дзвінчук|Дзвінчука|Дзвінчукові|Дзвінчуком; Остап|Остапа|Остапові|Остапом; Остапко; Ostap Dzvinchuk; Dzvinčuk; Дзвинчук
Луговська|Луговської|Луговській|Луговською; Ірина|Ірини|Ірині|Іриною; Іринка; Iryna Luhovska; Luhovsʹka; Луговская
Мигаль|Мигаля|Мигалеві|Мигалем; Ігор|Ігоря|Ігореві|Ігорем; Ігорко; Ihor Myhal; Myhalʹ; Мигаль
Осадчук|Осадчука|Осадчукові|Осадчуком; Роман|Романа|Романові|Романом; Ромко; Roman Osadchuk; Osadčuk; Осадчук
Перепелюк|Перепелюка|Перепелюкові|Перепелюком; Василь|Василя|Василеві|Василем; Васько; Vasyl Perepeliuk; Perepeljuk; Перепелюк
Ратушняк|Ратушняка|Ратушнякові|Ратушняком; Віктор|Віктора|Вікторові|Віктором; Вітько; Viktor Ratushniak; Ratušnjak; Ратушняк
Сагайдак|Сагайдака|Сагайдакові|Сагайдаком; Богдан|Богдана|Богданові|Богданом; Данко; Bohdan Sahaidak; Sahajdak; Сагайдак
Тополянська|Тополянської|Тополянській|Тополянською; Наталія|Наталії|Наталії|Наталією; Наталка; Nataliia Topolianska; Topoljansʹka; Тополянская
Ухналюк|Ухналюка|Ухналюкові|Ухналюком; Степан|Степана|Степанові|Степаном; Степанко; Stepan Ukhnaliuk; Uchnaljuk; Ухналюк
Федоришин|Федоришина|Федоришинові|Федоришином; Назар|Назара|Назарові|Назаром; Назарко; Nazar Fedoryshyn; Fedoryšyn; Федоришин
Хоменчук|Хоменчука|Хоменчукові|Хоменчуком; Кирило|Кирила|Кирилові|Кирилом; Кирилко; Kyrylo Khomenchuk; Chomenčuk; Хоменчук
Цвітенко|Цвітенка|Цвітенкові|Цвітенком; Микола|Миколи|Миколі|Миколою; Миколка; Mykola Tsvitenko; Cvitenko; Цвитенко
Шелестюк|Шелестюка|Шелестюкові|Шелестюком; Ганна|Ганни|Ганні|Ганною; Ганнуся; Hanna Shelestiuk; Šelestjuk; Шелестюк
Юрченківська|Юрченківської|Юрченківській|Юрченківською; Тетяна|Тетяни|Тетяні|Тетяною; Тетянка; Tetiana Yurchenkivska; Jurčenkivsʹka; Юрченковская
Яворчук|Яворчука|Яворчукові|Яворчуком; Максим|Максима|Максимові|Максимом; Максимко; Maksym Yavorchuk; Javorčuk; Яворчук
Боровець|Боровця|Боровцеві|Боровцем; Євген|Євгена|Євгенові|Євгеном; Євгенко; Yevhen Borovets; Borovecʹ; Боровец
Гайворонюк|Гайворонюка|Гайворонюкові|Гайворонюком; Людмила|Людмили|Людмилі|Людмилою; Людочка; Liudmyla Haivoroniuk; Hajvoronjuk; Гайворонюк
Довгалець|Довгальця|Довгальцеві|Довгальцем; Павло|Павла|Павлові|Павлом; Павлусь; Pavlo Dovhalets; Dovhalecʹ; Довгалец
Єрмоленчук|Єрмоленчука|Єрмоленчукові|Єрмоленчуком; Світлана|Світлани|Світлані|Світланою; Світланка; Svitlana Yermolenchuk; Jermolenčuk; Ермоленчук
Соловьёв|Соловьёва|Соловьёву|Соловьёвым; Александр|Александра|Александру|Александром; Саша; Aleksandr Solovyov; Solovʹëv; Соловйов
Кречетникова|Кречетниковой|Кречетниковой|Кречетниковой; Екатерина|Екатерины|Екатерине|Екатериной; Катюша; Ekaterina Krechetnikova; Krečetnikova; Кречетникова
Журавлёв|Журавлёва|Журавлёву|Журавлёвым; Николай|Николая|Николаю|Николаем; Коля; Nikolay Zhuravlev; Žuravlëv; Журавльов
Берёзкин|Берёзкина|Берёзкину|Берёзкиным; Сергей|Сергея|Сергею|Сергеем; Серёжа; Sergey Berezkin; Berëzkin; Берьозкін
Воскресенский|Воскресенского|Воскресенскому|Воскресенским; Дмитрий|Дмитрия|Дмитрию|Дмитрием; Дима; Dmitry Voskresensky; Voskresenskij; Воскресенський
Горихвостова|Горихвостовой|Горихвостовой|Горихвостовой; Мария|Марии|Марии|Марией; Маша; Mariya Gorikhvostova; Gorixvostova; Горихвостова
Дроздовская|Дроздовской|Дроздовской|Дроздовской; Ольга|Ольги|Ольге|Ольгой; Оля; Olga Drozdovskaya; Drozdovskaja; Дроздовська
Ельников|Ельникова|Ельникову|Ельниковым; Павел|Павла|Павлу|Павлом; Паша; Pavel Elnikov; Elʹnikov; Єльников
Жаворонкова|Жаворонковой|Жаворонковой|Жаворонковой; Анна|Анны|Анне|Анной; Анечка; Anna Zhavoronkova; Žavoronkova; Жаворонкова
Зимородков|Зимородкова|Зимородкову|Зимородковым; Андрей|Андрея|Андрею|Андреем; Андрюша; Andrei Zimorodkov; Zimorodkov; Зимородков
Ивняков|Ивнякова|Ивнякову|Ивняковым; Михаил|Михаила|Михаилу|Михаилом; Миша; Mikhail Ivniakov; Ivnjakov; Івняков
Коростелёв|Коростелёва|Коростелёву|Коростелёвым; Владимир|Владимира|Владимиру|Владимиром; Володя; Vladimir Korostelev; Korostelëv; Коростельов
Лиственницын|Лиственницына|Лиственницыну|Лиственницыным; Алексей|Алексея|Алексею|Алексеем; Алёша; Aleksei Listvennitsyn; Listvennicyn; Лиственніцин
Миртовская|Миртовской|Миртовской|Миртовской; Елена|Елены|Елене|Еленой; Леночка; Elena Mirtovskaia; Mirtovskaja; Миртовська
Невежин|Невежина|Невежину|Невежиным; Борис|Бориса|Борису|Борисом; Боря; Boris Nevezhin; Nevežin; Невежин
Овсянкина|Овсянкиной|Овсянкиной|Овсянкиной; Наталья|Натальи|Наталье|Натальей; Наташа; Natalya Ovsyankina; Ovsjankina; Овсянкіна
Подорожников|Подорожникова|Подорожникову|Подорожниковым; Виктор|Виктора|Виктору|Виктором; Витя; Viktor Podorozhnikov; Podorožnikov; Подорожников
Рябинников|Рябинникова|Рябинникову|Рябинниковым; Константин|Константина|Константину|Константином; Костя; Konstantin Riabinnikov; Rjabinnikov; Рябінніков
Сверчкова|Сверчковой|Сверчковой|Сверчковой; Татьяна|Татьяны|Татьяне|Татьяной; Танюша; Tatiana Sverchkova; Sverčkova; Сверчкова
Трясогузов|Трясогузова|Трясогузову|Трясогузовым; Евгений|Евгения|Евгению|Евгением; Женя; Evgeny Tryasoguzov; Trjasoguzov; Трясогузов
Удодова|Удодовой|Удодовой|Удодовой; Ирина|Ирины|Ирине|Ириной; Иришка; Irina Udodova; Udodova; Удодова
Филинский|Филинского|Филинскому|Филинским; Юрий|Юрия|Юрию|Юрием; Юра; Yuri Filinsky; Filinskij; Філінський
Хвощёв|Хвощёва|Хвощёву|Хвощёвым; Григорий|Григория|Григорию|Григорием; Гриша; Grigory Khvoshchev; Xvoščëv; Хвощов
Цаплин|Цаплина|Цаплину|Цаплиным; Леонид|Леонида|Леониду|Леонидом; Лёня; Leonid Tsaplin; Caplin; Цаплін
Чижова|Чижовой|Чижовой|Чижовой; Юлия|Юлии|Юлии|Юлией; Юленька; Yulia Chizhova; Čižova; Чижова
Шиповников|Шиповникова|Шиповникову|Шиповниковым; Фёдор|Фёдора|Фёдору|Фёдором; Федя; Fyodor Shipovnikov; Šipovnikov; Шиповников
Щегловитов|Щегловитова|Щегловитову|Щегловитовым; Илья|Ильи|Илье|Ильёй; Илюша; Ilya Shcheglovitov; Ščeglovitov; Щегловітов
Юловская|Юловской|Юловской|Юловской; Светлана|Светланы|Светлане|Светланой; Света; Svetlana Yulovskaya; Julovskaja; Юловська
Ястребинский|Ястребинского|Ястребинскому|Ястребинским; Василий|Василия|Василию|Василием; Вася; Vasily Yastrebinsky; Jastrebinskij; Ястребинський
Булыжников|Булыжникова|Булыжникову|Булыжниковым; Лев|Льва|Льву|Львом; Лёва; Lev Bulyzhnikov; Bulyžnikov; Булижников
"""
# Each value is held by as many of the sixty as the place in the cycle gives it.
COMMUNITIES = ("Ukraine", "Russia")
PROFESSIONS = ("historian", "sociologist", "lawyer", "journalist", "archivist", "economist")
CITIES = ("Kharkiv", "Lviv", "Odesa", "Poltava", "Moscow", "Kazan", "Perm")
SEXES = ("woman", "man")


@dataclass(frozen=True)
class Invented:
    surname: tuple[str, str, str, str]
    given: tuple[str, str, str, str]
    small: str
    roman: str
    scholarly: str
    other: str
    is_russian: bool
    traits: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.given[0]} {self.surname[0]}"


def roster() -> list[Invented]:
    return [_read(number, line) for number, line in enumerate(LINES.strip().splitlines())]


def _read(number: int, line: str) -> Invented:
    surname, given, small, roman, scholarly, other = (part.strip() for part in line.split(";"))
    cases, names = tuple(surname.split("|")), tuple(given.split("|"))
    assert len(cases) == len(names) == 4, line
    russian = number >= 30
    cities = CITIES[4:] if russian else CITIES[:4]
    traits = {
        "community": COMMUNITIES[russian],
        "profession": PROFESSIONS[number % len(PROFESSIONS)],
        "city": cities[number // 2 % len(cities)],
        "sex": SEXES[0] if names[0][-1] in "ая" and names[0] not in ("Микола", "Илья") else SEXES[1],
    }
    return Invented(cases, names, small, roman, scholarly, other, russian, traits)  # type: ignore[arg-type]
