import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUTPUT = path.resolve(import.meta.dirname, '../../../dist/dashboard');

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'baseline-widely-available',
    reportCompressedSize: false,
    rolldownOptions: {
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); // "use client" is for servers that render React
      },
    },
  },
  plugins: [compressed()],
});

/** Beside each file its packed forms, so that the gateway packs nothing while somebody waits. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      const files = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' });
      for (const file of files
        .filter((name) => /\.(js|css|html|json|svg)$/.test(name))
        .map((name) => path.join(OUTPUT, name))) {
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
