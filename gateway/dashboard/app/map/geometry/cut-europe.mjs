// Cuts Europe out of world-atlas and names its members by the codes of the graph: node gateway/dashboard/app/map/geometry/cut-europe.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The members of the EU: their numbers in ISO 3166-1 and their codes in NUTS. */
const MEMBERS = {
  '040': 'AT',
  '056': 'BE',
  100: 'BG',
  191: 'HR',
  196: 'CY',
  203: 'CZ',
  208: 'DK',
  233: 'EE',
  246: 'FI',
  250: 'FR',
  276: 'DE',
  300: 'EL',
  348: 'HU',
  372: 'IE',
  380: 'IT',
  428: 'LV',
  440: 'LT',
  442: 'LU',
  470: 'MT',
  528: 'NL',
  616: 'PL',
  620: 'PT',
  642: 'RO',
  703: 'SK',
  705: 'SI',
  724: 'ES',
  752: 'SE',
};
/** West, south, east and north of what the map shows, in degrees. */
const VIEW = [-12, 33, 42, 72];

const world = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
);
const { scale, translate } = world.transform;

const kept = new Map();
const renumbered = (arc) => {
  const index = arc < 0 ? ~arc : arc;
  if (!kept.has(index)) kept.set(index, kept.size);
  return arc < 0 ? ~kept.get(index) : kept.get(index);
};

/** Whether the first point of a polygon's outline is in view: overseas parts are not. */
function isInView([[first]]) {
  const [x, y] = world.arcs[first < 0 ? ~first : first][0];
  const [longitude, latitude] = [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  return longitude > VIEW[0] && latitude > VIEW[1] && longitude < VIEW[2] && latitude < VIEW[3];
}

const geometries = world.objects.countries.geometries.flatMap(({ type, arcs, id, properties: { name } }) => {
  const polygons = (type === 'Polygon' ? [arcs] : arcs).filter((polygon) => isInView(polygon));
  if (polygons.length === 0) return [];
  const shape = polygons.map((polygon) => polygon.map((ring) => ring.map(renumbered)));
  return [{ type: 'MultiPolygon', arcs: shape, id: MEMBERS[id] ?? '', properties: { na: name } }];
});
const arcs = [...kept.keys()].map((index) => world.arcs[index]);

writeFileSync(
  path.join(import.meta.dirname, 'europe.topo.json'),
  JSON.stringify({
    type: 'Topology',
    transform: world.transform,
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs,
  }),
);
