import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Rollup } from 'vite';

/** What loading an entry costs. */
export interface EntrySize {
  /** Of all code that loads with the entry, minified and compressed. */
  readonly gzipBytes: number;
  /** Paths of the modules that load with it. */
  readonly modules: readonly string[];
}

/** Packages that the host has already. */
const PEERS = /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/u;

/** Bundles one entry as a host would, and weighs what loads at once; code that is imported on demand does not count. */
export async function measureEntry(specifier: string): Promise<EntrySize> {
  const id = 'virtual:host';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'host',
        resolveId: (source) => (source === id ? id : null),
        // A host that uses everything: what it leaves out can only make it smaller.
        load: (source) => (source === id ? `export * from '${specifier}';` : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      rollupOptions: {
        input: id,
        preserveEntrySignatures: 'strict',
        external: (source) => PEERS.test(source),
      },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error(`Vite built nothing of ${specifier}.`);
  const chunks = new Map(
    bundle.output.filter((part) => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const loaded = staticChunks(chunks);
  return {
    gzipBytes: loaded.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0),
    modules: loaded.flatMap(({ moduleIds }) => moduleIds),
  };
}

/** The entry's chunk and all that it imports, without what it imports on demand. */
function staticChunks(chunks: ReadonlyMap<string, Rollup.OutputChunk>): Rollup.OutputChunk[] {
  const seen = new Set<Rollup.OutputChunk>();
  const open = [...chunks.values()].filter(({ isEntry }) => isEntry);
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) open.push(imported);
    }
  }
  return [...seen];
}
