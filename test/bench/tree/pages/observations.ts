import { generateTrace, traceStructure } from '@oriel/core/testing';

const count = Number(new URLSearchParams(location.search).get('observations'));

/** The same trace for both pages, made before anything is timed. */
export const { observations } = traceStructure(generateTrace({ observations: count }));
