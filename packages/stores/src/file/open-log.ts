import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { PatchRef } from '../log/patch-log.ts';
import { HEAD_BYTES, readHead } from '../segments/block-head.ts';
import type { Forgotten } from '../segments/forgotten.ts';
import { readAt, syncFolder, UNFINISHED } from './durable-files.ts';
import { readEnd } from './log-end.ts';
import { indexScan, indexSegment } from './index-segment.ts';
import type { IndexedSegment } from './index-segment.ts';
import type { LogFinding } from './log-findings.ts';
import { scanSegment } from './scan-segment.ts';
import type { SegmentScan } from './scan-segment.ts';
import { formatSegmentName, parseSegmentName, sortSegments } from './segment-name.ts';
import type { SegmentName } from './segment-name.ts';
import type { Segment } from './segment.ts';
import { writeSegment } from './write-segment.ts';

/** A log as it was found, put in order. */
export interface OpenedLog {
  /** Finished segments, ascending. */
  readonly sealed: readonly Segment[];
  /** The segment to append to; `null` when one has to be begun. */
  readonly active: Segment | null;
  readonly nextRef: PatchRef;
  readonly nextNumber: number;
  readonly forgotten: readonly (Forgotten & { readonly ref: PatchRef })[];
  readonly findings: readonly LogFinding[];
}

export interface OpenLogOptions {
  readonly folder: string;
  /** Where damaged segments go. */
  readonly quarantine: string;
  /** From this ref on every byte is checked now; before it, what is in a snapshot is checked when it is read. */
  readonly checkFrom: PatchRef;
}

/**
 * Puts the folder of a log in order, whatever a crash or a disk has made of it: unfinished files go, covered segments go,
 * an unfinished last write is cut off, damaged segments are moved away and what is good of them is kept.
 */
export async function openLog(options: OpenLogOptions): Promise<OpenedLog> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const findings: LogFinding[] = [];
  const live = await listSegments(folder, findings);
  const segments: Segment[] = [];
  const forgotten: (Forgotten & { readonly ref: PatchRef })[] = [];
  let nextRef: PatchRef = 0;
  let active: Segment | null = null;
  for (const [place, name] of live.entries()) {
    const after = live[place + 1];
    const isActive = after === undefined && name.generation === 0;
    const endRef = after === undefined ? null : await readFirstRef(join(folder, formatSegmentName(after)));
    const opened = await openSegment(name, { ...options, isActive, endRef, nextRef }, findings);
    if (opened === null) continue;
    nextRef = Math.max(nextRef, opened.endRef);
    forgotten.push(...opened.forgotten);
    if (isActive && opened.segment.name.generation === 0) active = opened.segment;
    else segments.push(opened.segment);
  }
  const known = Math.max(options.checkFrom, await readEnd(folder));
  if (nextRef < known) {
    const file = live.at(-1);
    findings.push({
      kind: 'damaged-segment',
      file: file === undefined ? 'log' : formatSegmentName(file),
      lost: [{ from: nextRef, to: known }],
      traceIds: [],
    });
    nextRef = known;
  }
  const last = active ?? segments.at(-1);
  return { sealed: segments, active, nextRef, nextNumber: (last?.name.last ?? 0) + 1, forgotten, findings };
}

async function listSegments(folder: string, findings: LogFinding[]): Promise<readonly SegmentName[]> {
  const files = await readdir(folder);
  for (const file of files) if (file.endsWith(UNFINISHED)) await unlink(join(folder, file));
  const names = files.map(parseSegmentName).filter((name) => name !== null);
  const { live, covered } = sortSegments(names);
  for (const name of covered) await unlink(join(folder, formatSegmentName(name)));
  let next = live[0]?.first ?? 1;
  if (next > 1) findings.push({ kind: 'missing-segments', first: 1, last: next - 1 });
  for (const { first, last } of live) {
    if (first > next) findings.push({ kind: 'missing-segments', first: next, last: first - 1 });
    next = last + 1;
  }
  return live;
}

interface OpenSegmentOptions extends OpenLogOptions {
  readonly isActive: boolean;
  readonly endRef: PatchRef | null;
  /** Behind the last ref of the segment before. */
  readonly nextRef: PatchRef;
}

interface OpenedSegment extends Pick<IndexedSegment, 'endRef' | 'forgotten'> {
  readonly segment: Segment;
}

async function openSegment(
  name: SegmentName,
  options: OpenSegmentOptions,
  findings: LogFinding[],
): Promise<OpenedSegment | null> {
  const path = join(options.folder, formatSegmentName(name));
  const quick = options.isActive ? null : await indexSegment(path);
  if (quick !== null && quick.endRef <= options.checkFrom) return inPlace(name, path, quick);
  const scan = scanSegment(await readFile(path), options);
  const indexed = indexScan(scan);
  if (options.isActive && indexed === null && !scan.isDamaged) {
    // It was just being begun.
    await unlink(path);
    return null;
  }
  if (scan.isDamaged || indexed === null) return rescueSegment(name, path, scan, options, findings);
  if (scan.tail !== null) findings.push(await cutTail(name, path, scan.tail));
  return inPlace(name, path, indexed);
}

function inPlace(name: SegmentName, path: string, indexed: IndexedSegment): OpenedSegment {
  const { index, firstRef, bytes } = indexed;
  return { ...indexed, segment: { name, path, index, firstRef, bytes, forgotten: 0 } };
}

async function cutTail(name: SegmentName, path: string, length: number): Promise<LogFinding> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.truncate(length);
    await handle.sync();
    return { kind: 'unfinished-write', file: formatSegmentName(name), bytes: size - length };
  } finally {
    await handle.close();
  }
}

/** Keeps what is good of a segment in a new one, and moves the damaged one away. */
async function rescueSegment(
  name: SegmentName,
  path: string,
  scan: SegmentScan,
  { folder, quarantine, nextRef, endRef }: OpenSegmentOptions,
  findings: LogFinding[],
): Promise<OpenedSegment> {
  const blocks = scan.blocks.map(({ block }) => block);
  const indexed = indexScan(scan);
  const firstRef = indexed?.firstRef ?? nextRef;
  const rescued = await writeSegment(folder, { ...name, generation: name.generation + 1 }, firstRef, blocks, {
    isForgotten: () => false,
    isOver: () => false,
    onDamaged: () => undefined,
  });
  await moveToQuarantine(path, formatSegmentName(name), folder, quarantine);
  findings.push({ kind: 'damaged-segment', file: formatSegmentName(name), lost: scan.lost, traceIds: [] });
  const end = Math.max(indexed?.endRef ?? firstRef, endRef ?? 0);
  return { segment: rescued, endRef: end, forgotten: indexed?.forgotten ?? [] };
}

export async function moveToQuarantine(
  path: string,
  file: string,
  folder: string,
  quarantine: string,
): Promise<void> {
  await mkdir(quarantine, { recursive: true });
  await rename(path, join(quarantine, file));
  await syncFolder(quarantine);
  await syncFolder(folder);
}

async function readFirstRef(path: string): Promise<PatchRef | null> {
  const handle = await open(path, 'r');
  try {
    return readHead(await readAt(handle, 0, HEAD_BYTES))?.firstRef ?? null;
  } finally {
    await handle.close();
  }
}
