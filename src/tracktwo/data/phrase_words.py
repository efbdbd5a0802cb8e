"""Words of which phrases are made: everyday things and nature, none of them anybody's name, 256 a language.

Chosen for this project. No list may change its words or their order once phrases were given out: a phrase typed
years later is recognised by them.
"""

_ENGLISH = (
    "acorn alder almond amber anchor apple apricot apron arch attic autumn badger bakery bamboo "
    "banana bark barley basin basket beach bead bean beaver beech beehive bell bench birch biscuit "
    "blossom boat bonfire bookcase bottle bramble branch bread breeze brook broom brush bucket butter "
    "button cabbage cabin canoe canvas caramel caravan carpet carrot cauldron cedar cello chair chalk "
    "cheese chestnut chimney cinnamon clarinet clock cloud clover coast cocoa copper coral corn "
    "cottage crocus cuckoo cucumber cup curlew curtain cushion cypress dandelion daylight desk dew "
    "door dove dragonfly drum dune easel echo eggshell elm ember envelope evening feather fence fern "
    "ferry fiddle finch fir fjord flour foam forest fountain foxglove furrow garden garlic gate glass "
    "glove goose gorse grape grass gravel harbour harvest hat hedge hedgehog honey horizon icicle "
    "inkwell jacket jar jug kettle kingfisher kitchen ladder ladle lagoon lamp lantern larch lavender "
    "lemon lichen lighthouse lilac linen lobster loom lynx maple marble marsh meadow mill mint mirror "
    "mitten moorland morning moss moth mountain mushroom mustard napkin needle nettle notebook nutmeg "
    "oak oats ocean onion orange orchid otter oven owl paper parsley path peach pebble pencil pepper "
    "pewter pigeon pillow pine planet plum pocket pond poplar porch puddle pumpkin quartz quilt "
    "rabbit radish rain raspberry reed ribbon river roof saddle sail salt sand saucer scarf seagull "
    "seashell sheep shelf shore shower silver skylight slate sleigh sparrow spoon spring squirrel "
    "stable stone stove straw stream summer sunrise swallow swan teapot thimble thistle tide toast "
    "trout tulip turnip valley vanilla velvet village wagon walnut water waterfall willow window "
    "winter wool "
)
_UKRAINIAN = (
    "абрикос айва айстра алея арфа баклажан балкон барвінок батист берег береза блокнот блюдце "
    "брусниця бузина бузок буряк біб бісер валіза варення велосипед верба верес весло весна вечір "
    "виноград вишня вогник водограй возик волошка ворота вузлик вулик вікно вітрило гай гарбуз глечик "
    "глина глід голка гора горобина город горщик горіх граніт гребінець гречка грудка груша грім "
    "гілка гірка дах двері дерево джерело джміль дзвоник дзеркало дзиґа долина долоня дорога драбина "
    "дуб дятел жасмин жито жолудь жук журавель завірюха замок затишок заєць зима злива золото зошит "
    "зірка кава кавун калач капуста картопля каша квасоля квітка келих кипарис кисіль кишеня ключ "
    "книга ковдра колесо колиска колодязь комин комора компас коник конюшина коралі корж кориця кошик "
    "криниця кришталь кріп кукурудза кульбаба кущ лампа ластівка латаття лелека лимон липа лоза "
    "лосось лось льодяник льон люстра ліс ліхтар малюнок мандарин марево мед метелик миска млин "
    "модрина море мороз мотузка мох мушля насінина небо обрій овес овоч озеро окріп олень ольха "
    "олівець орхідея острів осінь очерет палітра папороть папір паркан пасіка пензлик персик печиво "
    "пиріг плесо плід поле полиця помідор потік причал промінь пшениця підкова підсніжник пісок піч "
    "рама ранок рогіз роса рушник ряска ріпа річка садок салат сани серпанок синиця сир скатертина "
    "скеля скриня слива смерека смородина сова сойка сонце сопілка сорока сосна стежка струмок стіл "
    "сукно суниця сутінки тарілка таріль терен торт трава троянда фарба фартух фіалка халва хата "
    "хвиля хліб хмара хмиз хризантема цегла цибуля чай чайка чапля чашка черевик черемха човен "
    "чорнило чорниця шапка шафа шибка шишка шкатулка шовк шпак щавель щебінь яблуко явір ягода якір "
    "ялівець іній ґудзик "
)
_RUSSIAN = (
    "абажур абрикос аист аллея альбом апельсин арбуз арка астра багет балкон баранка барсук белка "
    "берег бисер блокнот бобёр боярышник брусника бук букварь бусина бутон буфет ваза варенье веер "
    "велосипед вереск весло весна ветка вечер виноград вишня водопад ворота вьюга галька георгин "
    "гитара гнездо гора горох горчица гранит гребень гречка гроза груша дача дверь дворик дерево "
    "дождь дорога дрозд дудка дыня дятел ель жаворонок жасмин жемчуг жук закат залив занавеска заяц "
    "звезда земляника зеркало зерно зонтик иволга иголка изюм иней кабачок камин камыш канат капуста "
    "карандаш карусель каток каша каштан кедр кисточка клевер клюква ключ книга ковш колесо колокол "
    "колос комната конверт корабль корень корица коромысло костёр котёл крапива кресло крыжовник "
    "кувшин кузнечик кукушка куст лагуна ладонь ландыш ласточка лебедь лестница лето липа лист лодка "
    "лось луг луна луч лютик магнит мак мандарин марля маяк мел метель метла мозаика молоко море "
    "мороз мост музыка мыло мёд небо незабудка нитка обруч овёс огурец одеяло одуванчик окно олень "
    "ольха орех осина остров открытка палитра папоротник пасека пейзаж пень перо персик песок печенье "
    "печь платок плот подорожник подснежник поле полка полынь порог портфель прибой пристань причал "
    "птица пуговица радуга ракушка редис репа рисунок рожь ромашка роща рояль ручей рюкзак рябина сад "
    "салат сани свеча свирель синица скала скатерть скворец скрипка смородина снег сова солнце солома "
    "сосна стакан стол стрекоза стручок сугроб сумерки сыр тарелка терраса тетрадь тишина трава тропа "
    "тыква укроп улей утро утёс фиалка флейта фонтан хлеб хлопок хрусталь цапля чай чайка чайник "
    "чашка черника черёмуха чеснок шарф шиповник шкатулка шкаф шёлк щавель щегол щётка юла яблоко "
    "якорь янтарь "
)

PHRASE_WORDS: dict[str, tuple[str, ...]] = {
    "en": tuple(_ENGLISH.split()),
    "uk": tuple(_UKRAINIAN.split()),
    "ru": tuple(_RUSSIAN.split()),
}
