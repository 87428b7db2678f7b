import { readFileSync } from 'node:fs';
import path from 'node:path';

const [port, folder, sharing] = process.argv.slice(2);
const read = (file) => readFileSync(path.join(folder, file), 'utf8');

/** What the bench starts each gateway with: `PORT FOLDER on|off`, the last for sharing equal fetches in flight. */
export const given = {
  port: Number(port),
  sharing: sharing === 'on',
  supergraph: () => read('supergraph.graphql'),
  services: () => JSON.parse(read('services.json')),
  wholeUrl: () => read('whole-url'),
};
