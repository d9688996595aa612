from pathlib import Path

from tests.bench.bar import Bar
from tests.release import __main__ as release


def make_tree(folder, text):
    (folder / "Makefile").write_text(text)
    return folder


def test_targets_are_run_until_one_fails(tmp_path, capsys):
    tree = make_tree(
        tmp_path,
        "maps:\n\t@echo built\ntest:\n\t@echo broken; false\nbench:\n\t@touch run\n",
    )
    output, failed = release.run_all(tree, ["maps", "test", "bench"])
    assert failed == "test"
    assert output.split()[:2] == ["built", "broken"]
    assert not Path(tmp_path, "run").exists()
    assert "broken" in capsys.readouterr().err


def test_nothing_is_built_of_a_tree_that_may_not_be_released(monkeypatch, capsys):
    monkeypatch.setattr(release, "find_problems", lambda root, today: ["a: b"])
    monkeypatch.setattr(release, "run_all", lambda *_: 1 / 0)
    assert release.main([]) == 1
    assert capsys.readouterr().err == "a: b\n"


def test_the_commit_that_was_checked_is_named(monkeypatch, capsys):
    commits = iter(["a" * 40, "b" * 40])
    monkeypatch.setattr(release, "find_problems", lambda root, today: [])
    monkeypatch.setattr(release, "head", lambda root: next(commits))
    monkeypatch.setattr(release, "ask_git", lambda *_: "")
    monkeypatch.setattr(release, "run_all", lambda *_: ("", ""))
    assert release.main(["--quick"]) == 0
    assert f"git tag v{release.read_version(release.ROOT)} {'a' * 12}\n" in (
        capsys.readouterr().out
    )


def test_what_was_written_comes_back_from_the_clone(tmp_path):
    clone, root = tmp_path / "clone", tmp_path / "root"
    for folder, text in ((clone, "new"), (root, "old")):
        (folder / ".bench").mkdir(parents=True)
        (folder / "README.md").write_text(text)
        (folder / ".bench" / "bench.json").write_text(text)
    (clone / ".release").mkdir()
    (clone / ".release" / "sbom.cdx.json").write_text("{}")
    release.bring_back(clone, root)
    assert (root / "README.md").read_text() == "new"
    assert (root / ".bench" / "bench.json").read_text() == "new"
    assert (root / ".release" / "sbom.cdx.json").read_text() == "{}"


def test_a_bar_that_is_missed_without_a_word_stops_a_release(monkeypatch, capsys):
    monkeypatch.setattr(release, "find_problems", lambda root, today: [])
    monkeypatch.setattr(release, "ask_git", lambda *_: "")
    monkeypatch.setattr(release, "run_all", lambda *_: ("", ""))
    monkeypatch.setattr(release, "read_bench", lambda path: [Bar("made up", 2, 1)])
    assert release.main(["--quick"]) == 1
    assert "made up: 2; expected at most 1" in capsys.readouterr().err
