import numpy as np

from csto_atlas.events.layers.row_texts import read_row_texts
from tests.events.layers.test_row_values import values_of
from tests.made.layer_files import add_layer


def test_a_kind_is_told_in_the_words_of_the_source(folder):
    layer, chunk, _ = values_of(add_layer(folder, {}, {"type": "9"}))
    texts = read_row_texts(chunk, layer, np.array([1, 0]))
    assert list(texts["kind"]) == ["9", "Fighting"]


def test_entities_of_a_page_are_read_once(folder):
    add_layer(folder, {"what": "Caf&eacute; &amp;lt;"})
    layer, chunk, _ = values_of(folder)
    texts = read_row_texts(chunk, layer, np.array([0]))
    assert texts["title"].iloc[0] == "Café &lt;"
