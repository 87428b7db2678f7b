import { useEffect, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Outlines } from './outlines.ts';

export type Shape = GeoJSON.Feature<GeoJSON.Geometry, { code: string }>;

const loading = new Map<string, Promise<Topology>>();

/** Each file is asked for once; one that could not be had is asked for again by the next map. */
function load(url: string): Promise<Topology> {
  const before = loading.get(url);
  if (before) return before;
  const asked = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.json() as Promise<Topology>;
  });
  asked.catch(() => loading.delete(url));
  loading.set(url, asked);
  return asked;
}

/** The outlines of a map by the codes of the graph: null until they are here, `failed` where they cannot be had. */
export function useShapes(outlines: Outlines | null): Shape[] | 'failed' | null {
  const [shapes, setShapes] = useState<{ of: string; found: Shape[] | 'failed' } | null>(null);
  const key = outlines ? `${outlines.url} ${outlines.object}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which outlines they are
  useEffect(() => {
    if (!outlines) return;
    let isWanted = true;
    load(outlines.url)
      .then((topology) => shapesOf(topology, outlines))
      .catch(() => 'failed' as const)
      .then((found) => isWanted && setShapes({ of: key, found }));
    return () => {
      isWanted = false;
    };
  }, [key]);
  return shapes?.of === key ? shapes.found : null;
}

function shapesOf(topology: Topology, { object, codeOf }: Outlines): Shape[] {
  const collection = topology.objects[object] as GeometryCollection;
  return feature(topology, collection).features.map((one) => ({
    ...one,
    properties: { code: codeOf(String(one.id ?? '')) },
  }));
}
