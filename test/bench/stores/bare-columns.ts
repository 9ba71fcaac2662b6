import type { Patch } from '@oriel/core';

/** The bare limit: observations in typed arrays of the right size, without ids, merging, filters or nulls. */
export interface BareColumns {
  readonly count: number;
  readonly startTime: Float64Array;
  readonly latency: Float64Array;
  readonly tokens: Float64Array;
  readonly cost: Float64Array;
  readonly model: Uint8Array;
  readonly type: Uint8Array;
  readonly level: Uint8Array;
  readonly name: Uint8Array;
  readonly tenant: Uint8Array;
}

/** Fills the columns, batch by batch. */
export class BareColumnsWriter {
  readonly columns: BareColumns;
  readonly #codes = new Map<string, number>();
  #count = 0;

  constructor(rows: number) {
    this.columns = {
      count: rows,
      startTime: new Float64Array(rows),
      latency: new Float64Array(rows),
      tokens: new Float64Array(rows),
      cost: new Float64Array(rows),
      model: new Uint8Array(rows),
      type: new Uint8Array(rows),
      level: new Uint8Array(rows),
      name: new Uint8Array(rows),
      tenant: new Uint8Array(rows),
    };
  }

  write(patches: readonly Patch[]): void {
    for (const patch of patches) {
      if (patch.kind !== 'observation') continue;
      const row = this.#count++;
      const { columns } = this;
      columns.startTime[row] = patch.startTime ?? 0;
      columns.latency[row] = (patch.endTime ?? 0) - (patch.startTime ?? 0);
      columns.tokens[row] = patch.usage?.['total'] ?? 0;
      columns.cost[row] = patch.cost?.['total'] ?? 0;
      columns.model[row] = this.codeOf(patch.model ?? '');
      columns.type[row] = this.codeOf(patch.type ?? '');
      columns.level[row] = this.codeOf(patch.level ?? '');
      columns.name[row] = this.codeOf(patch.name ?? '');
      columns.tenant[row] = this.codeOf(JSON.stringify(patch.metadata?.['tenant']));
    }
  }

  codeOf(text: string): number {
    const code = this.#codes.get(text) ?? this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }
}
