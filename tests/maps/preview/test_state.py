import threading

from csto_atlas.maps.preview.state import Preview


def test_the_same_files_have_the_same_version():
    preview = Preview()
    versions = []
    for files in ({"a": "1", "b": "2"}, {"b": b"2", "a": b"1"}, {"a": "12", "b": ""}):
        preview.show(files)
        versions.append(preview.shown.version)
    assert versions[0] == versions[1] != versions[2]


def test_names_and_contents_cannot_be_mistaken_for_each_other():
    preview = Preview()
    preview.show({"a": "1\0", "b": ""})
    first = preview.shown.version
    preview.show({"a": "1", "\0b": ""})
    assert preview.shown.version != first


def test_problems_leave_the_last_good_build_and_go_with_the_next():
    preview = Preview()
    preview.show({"a": "1"})
    good = preview.shown
    preview.complain(["x.yml:1: wrong; expected right"])
    assert preview.shown.files == good.files
    assert preview.shown.version == good.version
    assert preview.shown.problems == ("x.yml:1: wrong; expected right",)
    preview.show({"a": "1"})
    assert preview.shown == good


def test_who_waits_is_told_of_the_next_build_and_let_go_at_the_end():
    preview = Preview()
    heard = []

    def listen():
        seen = preview.shown
        while not preview.is_over:
            seen = preview.wait(seen, 60)
            heard.append(seen.version)

    thread = threading.Thread(target=listen)
    thread.start()
    preview.show({"a": "1"})
    version = preview.shown.version
    preview.close()
    thread.join(10)
    assert not thread.is_alive()
    assert heard[-1] == version


def test_waiting_ends_after_its_time():
    preview = Preview()
    assert preview.wait(preview.shown, 0.01) is preview.shown
