"""States differ by colour or pattern for every kind of sight; letters can be read."""

from itertools import combinations, pairwise

import numpy as np
import pytest
import shapely

from csto_atlas.maps.drawing.palette import DARK, DARK_SHADES, LIGHT, SHADES
from csto_atlas.maps.spec.load import list_specs, load_spec
from csto_atlas.maps.timeline.changes import state_at
from tests.conftest import DATA

LEAST = 10  # CIE 1976 colour difference; about 2 is just seen side by side
# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency", IEEE TVCG 15(6), severity 1.0; on linear RGB.
SIGHTS = {
    "all colours": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# IEC 61966-2-1: linear sRGB to CIE XYZ, and its white point D65.
TO_XYZ = np.array(
    [
        [0.4124, 0.3576, 0.1805],
        [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
    ]
)
COLOURS = {"light": LIGHT, "dark": LIGHT | DARK}
LAYER_SHADES = {"light": SHADES, "dark": DARK_SHADES}
SPECS = {name: load_spec(path) for name, path in list_specs(DATA).items()}


def to_linear(text):
    digits = text.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    values = np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)])
    curve = ((values + 0.055) / 1.055) ** 2.4
    return np.where(values <= 0.04045, values / 12.92, curve)


def to_lab(linear):
    ratio = TO_XYZ @ np.clip(linear, 0, 1) / TO_XYZ.sum(axis=1)
    x, y, z = np.where(
        ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29
    )
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def seen(text, sight):
    return to_lab(np.array(SIGHTS[sight]) @ to_linear(text))


def list_styles(spec):
    """Return colour and pattern of every state, of no state and of foreign control."""
    styles = {name: (s.colour, s.pattern) for name, s in spec.states.items()}
    return {**styles, "none": ("land", "solid"), "other": ("held", "solid")}


def test_black_and_white_are_a_hundred_apart():
    for sight in SIGHTS:
        gap = seen("#fff", sight) - seen("#000", sight)
        assert np.linalg.norm(gap) == pytest.approx(100, abs=0.5)


@pytest.fixture(scope="module")
def together(all_facts):
    """Return the states that a map shows at one tick, in pairs, by map."""
    pairs = {}
    for name, facts in all_facts.items():
        codes, held = facts.world.geodata.boundaries["code"], facts.state_changes.states
        shown = [held[code] for code in codes]
        ticks = ({state_at(s, tick) for s in shown} for tick in range(len(facts.ticks)))
        pairs[name] = {p for held in ticks for p in combinations(sorted(held), 2)}
    return pairs


@pytest.mark.data_set
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", SPECS)
def test_any_two_states_of_a_tick_differ_by_colour_or_pattern(
    together, name, theme, sight
):
    colours, styles = COLOURS[theme], list_styles(SPECS[name])
    for one, other in together[name]:
        style, style2 = styles[one], styles[other]
        gap = seen(colours[style[0]], sight) - seen(colours[style2[0]], sight)
        differs = np.linalg.norm(gap) >= LEAST
        assert differs or style[1] != style2[1], (one, other, np.linalg.norm(gap))


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pattern_is_seen_on_its_ground(theme, sight):
    colours = COLOURS[theme]
    for spec in SPECS.values():
        for style in spec.states.values():
            if style.pattern != "solid":
                ground = seen(colours[style.colour], sight)
                figure = seen(colours[f"{style.colour}-figure"], sight)
                assert np.linalg.norm(ground - figure) >= LEAST, style


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_any_two_shades_of_a_layer_differ(theme, sight):
    shades = [LAYER_SHADES[theme][f"shade-{number}"] for number in range(1, 6)]
    for one, other in combinations(shades, 2):
        assert np.linalg.norm(seen(one, sight) - seen(other, sight)) >= LEAST


def contrast(one, other, sight="all colours"):
    """Return the contrast of WCAG 2.2, from 1 to 21, as a kind of sight sees it."""
    seen_by = np.array(SIGHTS[sight])
    luminance = [
        TO_XYZ[1] @ np.clip(seen_by @ to_linear(text), 0, 1) + 0.05
        for text in (one, other)
    ]
    return max(luminance) / min(luminance)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", SPECS)
def test_a_cell_stands_out_from_every_ground_by_its_fill_or_its_edge(name, theme):
    shades, colours = LAYER_SHADES[theme], COLOURS[theme]
    grounds = {colour for colour, _ in list_styles(SPECS[name]).values()} | {"water"}
    for number in range(1, 6):
        edge = shades["on-pale" if number < 4 else "on-dark"]
        fill = shades[f"shade-{number}"]
        assert contrast(fill, edge) >= 3
        for ground in grounds:
            both = [contrast(tone, colours[ground]) for tone in (fill, edge)]
            assert max(both) >= 3, (number, ground)


# Weakest first: how much a status binds is told by lightness, pattern or none.
ORDER = ("land", "weak", "middle", "strong")
APART = 1.5  # contrast that two areas side by side are told apart by


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_steps_of_lightness_order_the_statuses(theme):
    colours = COLOURS[theme]
    for one, other in pairwise(ORDER):
        assert contrast(colours[one], colours[other]) >= APART, (one, other)
    states = SPECS["membership"].states
    chain = [states[name].colour for name in ("signatory", "party", "member")]
    assert ("land", *chain) == ORDER


@pytest.fixture(scope="module")
def side_by_side(all_facts):
    """Return the styles that lie side by side on a map at some tick, by map."""
    return {name: find_neighbours(facts) for name, facts in all_facts.items()}


def find_neighbours(facts):
    frame = facts.world.geodata.boundaries
    rows, columns = frame.sindex.query(frame.geometry, predicate="intersects")
    codes = frame["code"].to_numpy()
    pairs = {(codes[i], codes[j]) for i, j in zip(rows, columns, strict=True) if i < j}
    styles = list_styles(facts.spec)
    found, changes = set(), facts.state_changes.states
    for tick in range(len(facts.ticks)):
        held = {c: state_at(changes[c], tick) for pair in pairs for c in pair}
        states = {frozenset(map(held.get, pair)) for pair in pairs}
        found |= {tuple(sorted(styles[s] for s in p)) for p in states if len(p) == 2}
    return found


# Sand and brick in the dark theme: 1.6 for other kinds of sight. Between land and the
# letters on brick is no room for another step. They differ by hue (the test of any two
# states of a tick), and by a line along the border.
LESS_APART = {("dark", "protanopia", "former", "middle"): 1.35}


@pytest.mark.data_set
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", SPECS)
def test_statuses_side_by_side_differ_in_lightness_or_pattern(
    side_by_side, name, theme, sight
):
    colours = COLOURS[theme]
    quiet = {"faint", "land"}  # what the map is not about
    for (one, pattern), (other, pattern2) in side_by_side[name]:
        if pattern == pattern2 and not {one, other} <= quiet:
            least = LESS_APART.get((theme, sight, *sorted((one, other))), APART)
            gap = contrast(colours[one], colours[other], sight)
            assert gap >= least, (one, other, gap)


FILLS = ["strong", "middle", "weak", "pale", "former", "faint", "cool", "held", "land"]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("hue", FILLS)
def test_letters_can_be_read_on_every_fill_and_its_stripes(theme, hue, sight):
    colours = COLOURS[theme]
    letters = colours["over" if hue in ("strong", "middle") else "ink"]
    for ground in (hue, f"{hue}-figure"):
        # 3.97 in deuteranopia: there the halo of the letters makes the contrast.
        if ground in colours and (theme, ground) != ("dark", "strong"):
            assert contrast(letters, colours[ground], sight) >= 4.5, ground


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_white_letters_can_be_read_on_brick_and_on_their_halo(theme, sight):
    colours = COLOURS[theme]
    assert contrast(colours["over"], colours["middle-figure"], sight) >= 7
    assert contrast(colours["over"], colours["strong"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_names_of_what_the_map_is_not_about_can_be_read(theme):
    for ground in ("land", "water"):
        assert contrast(COLOURS[theme]["quiet"], COLOURS[theme][ground]) >= 4.5


MOST_PATTERNED = 0.05  # of the first view


@pytest.mark.data_set
@pytest.mark.parametrize("name", SPECS)
def test_no_large_state_is_filled_with_a_loud_pattern(all_facts, name):
    facts = all_facts[name]
    spec, frame = facts.spec, facts.world.geodata.boundaries
    view = shapely.box(*spec.views.wide)
    seen_of = frame.to_crs(spec.projection).intersection(view).area / view.area
    for code, share in zip(frame["code"], seen_of, strict=True):
        for _, state in facts.state_changes.states[code]:
            style = spec.states.get(state)
            if (
                style
                and style.pattern != "solid"
                and not (style.band or style.colour == "faint")
            ):
                assert share <= MOST_PATTERNED, (code, state, share)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_number_on_a_mark_can_be_read(theme):
    shades = LAYER_SHADES[theme]
    assert contrast(shades["shade-5"], shades["on-dark"]) >= 4.5
