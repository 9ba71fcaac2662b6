import type { Patch } from '@oriel/core';
import type { Masker } from '../masking/masker.ts';
import { extractMedia } from '../media/extract-media.ts';
import type { ParsedMedia } from '../media/parsed-media.ts';
import { createTraceSampler } from '../sampling/trace-sampler.ts';
import type { PipelineTally } from './counters.ts';
import { BUILT_IN_STAGES } from './host-stage.ts';
import type { HostStage, StageContext } from './host-stage.ts';
import type { PipelineOptions } from './pipeline-options.ts';
import { pricePatches } from './price-patches.ts';

/** A payload on its way through the stages. */
export interface Passage extends StageContext {
  patches: readonly Patch[];
  readonly media: ParsedMedia[];
  /** What a stage failed for and is in a dead letter, masked. */
  buried: readonly Patch[];
  sampledOut: number;
}

export interface Stage {
  readonly name: string;
  readonly run: (passage: Passage, tally: PipelineTally) => readonly Patch[] | Promise<readonly Patch[]>;
}

/** The stages between parsing and writing, in their order. */
export function createStages(options: PipelineOptions, masker: Masker): readonly Stage[] {
  const { stages: hostStages = [] } = options;
  const following = (name: string) =>
    hostStages.filter(({ after = 'price' }) => after === name).map(hostStage);
  return [
    ...following('parse'),
    ...BUILT_IN_STAGES.flatMap((name) => [
      { name, run: BUILT_IN[name](options, masker) },
      ...following(name),
    ]),
  ];
}

function hostStage({ name, run }: HostStage): Stage {
  return {
    name,
    run: async ({ patches, signal }) => {
      const next: unknown = await run(patches, { signal });
      if (!Array.isArray(next)) throw new TypeError(`It answered ${typeof next}, not a list of patches.`);
      const odd = next.findIndex((patch) => typeof patch !== 'object' || patch === null);
      if (odd !== -1)
        throw new TypeError(`Item ${odd} of its answer is ${String(next[odd])}, which is no patch.`);
      return next as readonly Patch[];
    },
  };
}

type MakeRun = (options: PipelineOptions, masker: Masker) => Stage['run'];

const pass: Stage['run'] = ({ patches }) => patches;

const BUILT_IN: Readonly<Record<(typeof BUILT_IN_STAGES)[number], MakeRun>> = {
  sample({ sampling }) {
    if (sampling === undefined) return pass;
    const sampler = createTraceSampler(sampling);
    return (passage, tally) => {
      const before = sampler.dropped();
      const kept = sampler.sample(passage.patches);
      const dropped = sampler.dropped() - before;
      passage.sampledOut += dropped;
      tally.sampledOut += dropped;
      return kept;
    };
  },

  mask: (_, masker) => (passage) => masker.mask(passage.patches),

  media({ media, store }) {
    if (media === false || !store.media) return pass;
    const { maxBytes } = store.media.capabilities;
    const limits = { ...media, maxBytes: Math.min(maxBytes, media?.maxBytes ?? maxBytes) };
    return (passage, tally) => {
      const extracted = extractMedia(passage.patches, limits);
      passage.media.push(...extracted.media);
      tally.mediaLeftOut += extracted.leftOut;
      return extracted.patches;
    };
  },

  price({ pricer }) {
    if (pricer === undefined) return pass;
    return (passage, tally) => {
      const { patches, priced, unpriced } = pricePatches(passage.patches, pricer);
      tally.priced += priced;
      tally.unpriced += unpriced;
      return patches;
    };
  },
};
