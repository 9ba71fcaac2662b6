import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '@oriel/react';
import { buildHost, serveHost } from './build-host.ts';
import type { BuildMode } from './build-host.ts';
import { installHost, renderHost } from './host.ts';
import { importGraph } from './import-graph.ts';
import { loweredColors } from './lowered-colors.ts';
import { PACKAGE_NAMES, ROOT, listTarball, packPackages, runTool } from './pack.ts';
import type { Tarballs } from './pack.ts';
import { installServer, startServer } from './start-server.ts';
import { visitHost } from './visit-host.ts';
import { visitPanels } from './visit-panels.ts';
import { visitServer } from './visit-server.ts';

const MINUTES = 60_000;
const HOSTS = [
  { react: '18.3.1', types: '^18.3.0' },
  { react: '19.3.1', types: '^19.3.0' },
];

let folder: string;
let tarballs: Tarballs;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oriel-consumers-'));
  tarballs = packPackages(folder);
}, 3 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(PACKAGE_NAMES)('the tarball of @oriel/%s', (name) => {
  test('says of itself what is true', () => {
    const lint = runTool('publint', [tarballs[name], '--strict']);
    expect(lint, lint.output).toMatchObject({ isContent: true });
  });

  test('gives its types to every module resolution of an ES module', () => {
    const stylesheets =
      name === 'react' || name === 'dashboard'
        ? ['--exclude-entrypoints', 'styles.css', 'styles.unlayered.css']
        : [];
    const types = runTool('attw', [tarballs[name], '--profile', 'esm-only', '--no-color', ...stylesheets]);
    expect(types, types.output).toMatchObject({ isContent: true });
  });

  test('has no tests in it', () => {
    expect(listTarball(tarballs[name]).filter((path) => path.includes('.test.'))).toEqual([]);
  });
});

test.each(['react', 'dashboard'] as const)('the stylesheets are in the tarball of @oriel/%s', (name) => {
  expect(listTarball(tarballs[name])).toEqual(
    expect.arrayContaining(['dist/styles.css', 'dist/styles.unlayered.css']),
  );
});

test.each(['styles.css', 'styles.unlayered.css'])(
  '%s keeps its colours where a bundler rewrites it for older browsers',
  async (sheet) => {
    const css = readFileSync(`${ROOT}packages/react/dist/${sheet}`);
    expect(
      await loweredColors(css, [
        'panel',
        '<div data-oriel-theme="light">panel</div>',
        '<div data-oriel-theme="dark">panel</div>',
      ]),
    ).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(16, 18, 22)']);
  },
);

test('the hooks load no panel', () => {
  const files = importGraph(`${ROOT}packages/react/dist`, 'hooks/index.js');
  expect(files).toContain('hooks/use-trace.js');
  expect(files.filter((file) => /^(trace-|observation-|payload|icons|states)/.test(file))).toEqual([]);
});

test('who shows traces loads no prices', () => {
  const files = importGraph(`${ROOT}packages/core/dist`, 'index.js');
  expect(files).toContain('store/store-error.js');
  expect(files.filter((file) => file.startsWith('pricing'))).toEqual([]);
});

test(
  'the installed command takes in what is sent with the variables it prints, and shows it on its page',
  async () => {
    const host = join(folder, 'server');
    installServer(host, tarballs);
    const server = await startServer(host);
    const [, authorization = ''] = /HEADERS=Authorization=(\S+)/.exec(server.printed) ?? [];
    const [, code = ''] = /sign in with (\S+)/.exec(server.printed) ?? [];
    const timestamp = new Date().toISOString();
    const batch = [
      { id: 'e1', type: 'trace-create', timestamp, body: { id: 'order-4711', name: 'support-chat' } },
      { id: 'e2', type: 'span-create', timestamp, body: { id: 's', traceId: 'order-4711', name: 'look-up' } },
    ];
    const sent = await fetch(`${server.url}/api/public/ingestion`, {
      method: 'POST',
      headers: { authorization: decodeURIComponent(authorization), 'content-type': 'application/json' },
      body: JSON.stringify({ batch }),
    });
    expect(sent.status).toBe(207);
    const visit = await visitServer(server.url, code, 'order-4711');
    expect(visit).toMatchObject({ complaints: [], origins: [server.url], isSignedOut: true });
    expect(visit.refusal).toContain('not the right one');
    expect(visit.text).toContain('look-up');
    expect(visit.addresses.filter((address) => address.includes(code))).toEqual([]);
    expect(await server.stop()).toBe(0);
  },
  MINUTES,
);

describe.each(HOSTS)('a host with React $react', (versions) => {
  let host: string;

  beforeAll(() => {
    host = join(folder, `react-${versions.react}`);
    installHost(host, tarballs, versions);
  }, 3 * MINUTES);

  test('type-checks strictly', () => {
    const check = runTool('tsc', ['-p', host], host);
    expect(check, check.output).toMatchObject({ isContent: true });
  });

  test('renders a panel on the server', () => {
    expect(renderHost(host)).toContain('oriel-');
  });

  describe.each<BuildMode>(['production', 'development'])('built by Vite for %s', (mode) => {
    let server: Awaited<ReturnType<typeof serveHost>>;

    beforeAll(async () => {
      buildHost(host, renderHost(host), mode);
      server = await serveHost(host, mode);
    }, MINUTES);

    afterAll(() => server.close());

    test(
      'shows a trace in a browser',
      async () => {
        const visit = await visitHost(server.url);
        expect(visit).toMatchObject({ complaints: [], workersLeft: 0, listenersLeft: 0 });
        expect(visit.origins).toEqual([new URL(server.url).origin]);
        expect(visit.workers).toEqual([expect.stringContaining(`${server.url}assets/layout.worker-`)]);
        expect(visit.text).toContain('step-0');
        expect(visit.text).not.toContain(en.agentGraph.simplified);
      },
      MINUTES,
    );

    test(
      'shows each panel alone on a page, with nothing around it but a provider',
      async () => {
        const { panels, complaints } = await visitPanels(server.url);
        expect(panels.length).toBeGreaterThan(25);
        expect(panels.filter(({ state, isSeen }) => state !== 'ready' || !isSeen)).toEqual([]);
        expect(complaints).toEqual([]);
      },
      MINUTES,
    );
  });
});
