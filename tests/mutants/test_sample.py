from tests.mutants.sample import choose_sample, function_of, module_of


def name_mutants(**counts):
    """Return mutants of functions, so many each: ``module__function=count``."""
    return [
        f"maps.{function.replace('__', '.x_')}__mutmut_{number + 1}"
        for function, count in counts.items()
        for number in range(count)
    ]


NAMES = name_mutants(
    joins__read=200, joins__write=40, joins__sum=2, labels__lay=60, labels__turn=100
)


def count_modules(chosen):
    modules = [module_of(name) for name in chosen]
    return {module: modules.count(module) for module in set(modules)}


def test_every_function_has_a_mutant_in_the_sample():
    for size in (1, 5, 40):
        functions = set(map(function_of, choose_sample(NAMES, size)))
        assert functions == set(map(function_of, NAMES))


def test_each_module_has_the_same_share():
    chosen = choose_sample(NAMES, len(NAMES) // 4)
    assert len(set(chosen)) == len(chosen) == 100
    assert count_modules(chosen) == {"maps.joins": 60, "maps.labels": 40}


def test_the_order_of_the_names_changes_nothing():
    assert choose_sample(NAMES[::-1], 50) == choose_sample(NAMES, 50)


def test_the_sample_is_not_the_first_mutants_of_each_function():
    numbers = [int(name.rpartition("_")[2]) for name in choose_sample(NAMES, 40)]
    assert max(numbers) > 150


def test_a_mutant_more_moves_at_most_one_other():
    before, after = (
        choose_sample(NAMES, 50),
        choose_sample([*NAMES, "maps.a.x_b__mutmut_1"], 50),
    )
    assert "maps.a.x_b__mutmut_1" in after
    assert len(set(before) - set(after)) <= 1


def test_a_size_above_the_total_takes_all():
    assert choose_sample(NAMES, 1000) == sorted(NAMES)
    assert choose_sample([], 10) == []
