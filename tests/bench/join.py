"""Time and memory of the join in space: python -m tests.bench.join [POINTS]."""

import resource
import sys
import time

import geopandas as gpd
import numpy as np
import shapely

import build
from csto_atlas.geodata.borders import distances_km
from csto_atlas.geodata.ground import Ground, territories_at
from csto_atlas.maps.shapes.load import load_terrain

SEED = 20220913
CHUNK = 1_000  # points that are also joined one polygon after the other


def make_points(grounds, number):
    """Scatter points over the unsimplified ground, evenly by degrees."""
    random = np.random.default_rng(SEED)
    frames = [ground.territories.total_bounds for ground in grounds]
    parts = np.array_split(np.arange(number), len(frames))
    x, y = (
        np.concatenate(
            [
                random.uniform(frame[axis], frame[axis + 2], len(part))
                for frame, part in zip(frames, parts, strict=True)
            ]
        )
        for axis in (0, 1)
    )
    return gpd.GeoSeries(gpd.points_from_xy(x, y), crs=4326)


def join_naively(points, ground):
    """Ask every polygon about every point: what a spatial index saves."""
    shapes = ground.territories.geometry.array
    return [shapely.intersects(shapes, point).sum() for point in points]


def main(arguments):
    number = int(arguments[0]) if arguments else 1_000_000
    terrain = load_terrain(build.GEODATA, ("ARM", "AZE"))
    grounds = [ground for ground in terrain.grounds if not ground.error_km]
    vertices = sum(
        shapely.get_num_coordinates(g.territories.geometry.array).sum() for g in grounds
    )
    points = make_points(grounds, number)
    start = time.perf_counter()
    found = territories_at(points, np.zeros(number), grounds)
    joined = time.perf_counter() - start
    start = time.perf_counter()
    distances_km(points, terrain.border)
    measured = time.perf_counter() - start
    few = points.iloc[:: max(1, number // CHUNK)].iloc[:CHUNK]
    start = time.perf_counter()
    for ground in grounds:
        join_naively(few, Ground(ground.territories))
    naive = (time.perf_counter() - start) * number / len(few)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    on_land = sum(map(bool, found))
    print(f"{number:,} points, {vertices:,} vertices, {on_land:,} points on land")
    print(f"join to territories: {joined:.1f} s ({number / joined:,.0f} points/s)")
    print(f"the same without an index, by {len(few):,} points: {naive:,.0f} s")
    print(f"distance from the border: {measured:.1f} s")
    print(f"peak memory of the process: {peak:,.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
