"""The 256 words of a digest, one per byte value: short, common, read aloud easily, no two of them one letter
apart.

They are part of the format: changing or moving one changes the words of every record ever closed.
"""

_WORDS = """
acorn actor agent album alley amber anchor angle apple apron arena arrow atlas attic autumn badge baker
bamboo banjo barley basin basket beach beacon beaver berry bishop blanket bonfire bottle branch bread
brick bridge broom bucket buffalo butter button cabin cactus camel camera canal candle canoe canvas carbon
carpet carrot castle cedar cellar cement cereal chain chalk cherry chess chimney cinema circus citrus clay
clock clover cobalt coffee comet compass copper coral cotton cradle crater crayon cricket crystal curtain
cushion cypress daisy dancer delta desert diamond dinner doctor dolphin domino donkey dragon drawer drum
easel echo elbow elephant emerald engine envelope fabric falcon feather fennel fiddle flame flute forest
fossil fox frost galaxy garden garlic garment gazelle ginger giraffe glacier glove goblet granite grape
gravel guitar harbour harvest hazel helmet heron honey horizon hotel igloo indigo insect iron island ivory
jacket jaguar jasmine jersey jewel jigsaw jungle kayak kernel kettle kidney kitchen kiwi ladder lagoon
lantern laurel lemon leopard lettuce library lilac linen lion lizard lobster lotus magnet maple marble
market meadow melon meteor mirror mitten mosaic mountain muffin museum nectar needle nickel noodle nutmeg
oasis ocean olive onion opal orange orchard orchid otter oven oyster palace panda paper pebble pelican
pencil pepper piano pigeon planet plum pocket poem pond pumpkin puzzle quartz quilt rabbit radish raven
ribbon river robin saddle salmon sandal satin saucer shadow silver sparrow spinach spoon squirrel stable
sugar sunset teapot temple thimble thunder ticket tiger timber tomato trumpet tulip tunnel turtle umbrella
velvet violin walnut whistle willow window winter yogurt zebra
"""

WORDS = tuple(_WORDS.split())
