import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PACKAGE_NAMES = ['core', 'ingest', 'stores', 'react', 'dashboard', 'server'] as const;
type PackageName = (typeof PACKAGE_NAMES)[number];
export type Tarballs = Readonly<Record<PackageName, string>>;

const PNPM = ['--yes', 'pnpm@10.34.9'];

/** Builds the packages and packs them as they would be published. */
export function packPackages(folder: string): Tarballs {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'pipe' });
  for (const name of PACKAGE_NAMES) {
    pnpm(`${ROOT}packages/${name}`, ['pack', '--pack-destination', folder]);
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const tarball = (name: PackageName) =>
    `${folder}/${files.find((file) => file.startsWith(`oriel-${name}-`))}`;
  return {
    core: tarball('core'),
    ingest: tarball('ingest'),
    stores: tarball('stores'),
    react: tarball('react'),
    dashboard: tarball('dashboard'),
    server: tarball('server'),
  };
}

export function pnpm(cwd: string, args: readonly string[]): void {
  execFileSync('npx', [...PNPM, ...args], { cwd, stdio: 'pipe', env: { ...process.env, CI: 'true' } });
}

/** Runs a tool of this workspace; what it wrote, and whether it was content. */
export function runTool(name: string, args: readonly string[], cwd = ROOT) {
  const { status, stdout, stderr } = spawnSync(`${ROOT}node_modules/.bin/${name}`, args, {
    cwd,
    encoding: 'utf8',
  });
  return { isContent: status === 0, output: `${stdout}${stderr}` };
}

/** Paths inside a tarball, without its `package/` folder. */
export function listTarball(tarball: string): string[] {
  const paths = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  return paths.map((path) => path.replace(/^package\//, ''));
}
