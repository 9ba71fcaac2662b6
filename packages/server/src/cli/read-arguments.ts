import { parseArgs } from 'node:util';
import { isStoreKind, STORE_KINDS } from './store-kinds.ts';
import type { StoreKind } from './store-kinds.ts';

export interface CollectArguments {
  readonly command: 'collect';
  /** Where a file store keeps everything. */
  readonly folder: string;
  readonly store: StoreKind;
  readonly port: number;
  readonly host: string;
  /** Origins of pages that may call the collector. */
  readonly origins: readonly string[];
  /** Where clients reach the collector, if a proxy changes it. */
  readonly publicUrl: string | undefined;
  /** Whether the dashboard is served, too. */
  readonly hasPage: boolean;
}

export interface ExportArguments {
  readonly command: 'export';
  /** A folder, or the address of a collector. */
  readonly place: string;
  readonly file: string;
}

export interface ImportArguments {
  readonly command: 'import';
  readonly file: string;
  /** A folder, or the address of a collector. */
  readonly place: string;
}

/** What is wrong with a command line. */
interface Problem {
  readonly problem: string;
}

export const HELP = `Usage: npx @oriel/server [folder] [options]
       npx @oriel/server export <folder or address> [--to <file>]
       npx @oriel/server import <file> <folder or address>

Collects what Langfuse and OpenTelemetry SDKs send, keeps it in a folder, and shows it on a page.

  folder              where everything is kept (default ./oriel-data)
  --store <kind>      file; memory to forget everything at the end; langfuse to look at what a Langfuse server has, which
                      LANGFUSE_BASE_URL, LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY name (default file)
  --port <number>     port to listen on, 0 for any that is free (default 3000)
  --host <address>    address to listen on; 0.0.0.0 for every network (default 127.0.0.1)
  --allow-origin <o>  a page's origin that may call the collector; may stand several times
  --public-url <url>  where clients and readers reach it, if a proxy stands before it
  --no-page           only collect, and serve no dashboard
  --help, --version

export writes everything into one file, oriel-<date>.jsonl.gz unless --to names another; import folds such a file into what
is there. A folder must not be in use by a collector: name the address of that one, and set ORIEL_PUBLIC_KEY and
ORIEL_SECRET_KEY. A folder of such a name is ./export.

Keys are made on the first start and kept in the folder, or taken from ORIEL_PUBLIC_KEY and ORIEL_SECRET_KEY.
Logs go to stderr, a JSON object a line. GET /metrics has counters for Prometheus.`;

/** What the command line asks for, or what is wrong with it. */
export function readArguments(
  args: readonly string[],
): CollectArguments | ExportArguments | ImportArguments | { readonly command: 'help' | 'version' } | Problem {
  const parsed = parse(args);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [first, ...rest] = positionals;
  if (first === 'export') return exportArguments(rest, values.to);
  if (first === 'import') return importArguments(rest);
  const { store, host } = values;
  if (!isStoreKind(store)) {
    return { problem: `There is no store ${JSON.stringify(store)}. Use one of ${STORE_KINDS.join(', ')}.` };
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { problem: `${JSON.stringify(values.port)} is no port. Use a number from 0 to 65535.` };
  }
  if (positionals.length > 1) {
    return {
      problem: `There is one folder, and ${positionals.length} were given. Quote a name with spaces.`,
    };
  }
  const publicUrl = values['public-url'];
  if (publicUrl !== undefined && !/^https?:\/\/[^/?#]+$/u.test(publicUrl)) {
    return { problem: `${JSON.stringify(publicUrl)} is no origin. Use one as https://traces.example.com.` };
  }
  const [folder = './oriel-data'] = positionals;
  const hasPage = !values['no-page'];
  return {
    command: 'collect',
    folder,
    store,
    port,
    host,
    origins: values['allow-origin'],
    publicUrl,
    hasPage,
  };
}

function exportArguments(places: readonly string[], to: string | undefined): ExportArguments | Problem {
  const [place] = places;
  if (place === undefined || places.length > 1) {
    return { problem: `export takes one folder or address, and ${places.length} were given.` };
  }
  return { command: 'export', place, file: to ?? `oriel-${new Date().toISOString().slice(0, 10)}.jsonl.gz` };
}

function importArguments(names: readonly string[]): ImportArguments | Problem {
  const [file, place] = names;
  if (file === undefined || place === undefined || names.length > 2) {
    return { problem: `import takes a file, and a folder or address, and ${names.length} were given.` };
  }
  return { command: 'import', file, place };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        store: { type: 'string', default: 'file' },
        port: { type: 'string', default: '3000' },
        host: { type: 'string', default: '127.0.0.1' },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        to: { type: 'string' },
        'public-url': { type: 'string' },
        'no-page': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
