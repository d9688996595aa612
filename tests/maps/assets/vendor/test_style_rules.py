from csto_atlas.maps.assets.vendor.style_rules import keep_used_rules


def test_a_declaration_that_loads_an_image_is_left_out():
    sheet = ".leaflet-bar a { background: url(layers.png); color: black; }"
    assert keep_used_rules(sheet) == ".leaflet-bar a{color:#000}"


def test_a_selector_of_an_unused_part_is_left_out_of_its_group():
    sheet = ".leaflet-pane, .leaflet-tile, .leaflet-popup { left: 0; }"
    assert keep_used_rules(sheet) == ".leaflet-pane{left:0}"


def test_a_rule_without_selectors_or_declarations_is_left_out():
    assert keep_used_rules(".leaflet-tile { left: 0; } .leaflet-pane { }") == ""


def test_a_declaration_for_one_browser_is_left_out():
    sheet = ".leaflet-pane { -webkit-user-select: none; user-select: none; }"
    assert keep_used_rules(sheet) == ".leaflet-pane{user-select:none}"
