import { checkAggregate } from '../../query/aggregate/check-aggregate.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Dashboard, Widget } from './dashboard.ts';
import { METRIC_KINDS } from './metric.ts';
import type { Metric } from './metric.ts';
import { metricQuery } from './metric-query.ts';
import { compactTiles } from './place-tiles.ts';

/** What became of a file or a document. */
export interface ReadDashboard {
  /** `null` when it is no dashboard at all. */
  readonly dashboard: Dashboard | null;
  /** What was left out or could not be read, for people. */
  readonly problems: readonly string[];
}

/**
 * Reads a dashboard out of JSON that anybody may have written: widgets that no store could answer are left out, those
 * that overlap are moved apart. Never fails.
 */
export function readDashboard(json: JsonValue): ReadDashboard {
  if (!isJsonObject(json) || json['format'] !== 1 || !Array.isArray(json['widgets'])) {
    return {
      dashboard: null,
      problems: ['This is no dashboard: it needs "format": 1 and a list of "widgets".'],
    };
  }
  const problems: string[] = [];
  const widgets: Widget[] = [];
  for (const [index, given] of (json['widgets'] as readonly JsonValue[]).entries()) {
    const widget = readWidget(given, widgets);
    if (typeof widget === 'string') problems.push(`Widget ${index + 1} was left out. ${widget}`);
    else widgets.push(widget);
  }
  const { title, description } = json;
  return {
    dashboard: {
      format: 1,
      title: typeof title === 'string' ? title : '',
      ...(typeof description === 'string' && { description }),
      widgets: compactTiles(widgets),
    },
    problems,
  };
}

/** Why a store could not answer a metric; `null` when it can. */
export function metricProblem(metric: Metric): string | null {
  if (!METRIC_KINDS.includes(metric.kind)) return `There is no chart "${metric.kind as string}".`;
  try {
    checkAggregate(metricQuery(metric, { records: {}, timeUnit: 'day', timeZone: 'UTC', keys: ['input'] }));
  } catch (error) {
    return (error as Error).message;
  }
  const [first] = metric.measures;
  if (metric.kind === 'histogram' && first?.aggregate !== 'histogram')
    return 'A histogram needs a measure of bins.';
  if (metric.kind !== 'histogram' && metric.kind !== 'heat-map' && first?.aggregate === 'histogram') {
    return 'A measure of bins is drawn as a histogram or a heat map.';
  }
  return null;
}

function readWidget(json: JsonValue, before: readonly Widget[]): Widget | string {
  if (!isJsonObject(json) || !isJsonObject(json['metric'])) return 'It has no metric.';
  const metric = json['metric'] as unknown as Metric;
  const problem = metricProblem(metric);
  if (problem !== null) return problem;
  const { id, title, description, place } = json;
  const taken = new Set(before.map((widget) => widget.id));
  const wanted = typeof id === 'string' && id !== '' ? id : 'widget';
  let name = wanted;
  for (let copy = 2; taken.has(name); copy += 1) name = `${wanted}-${copy}`;
  const at = isJsonObject(place) ? place : {};
  const number = (key: string, fallback: number) => {
    const value = at[key];
    return typeof value === 'number' ? value : fallback;
  };
  return {
    id: name,
    title: typeof title === 'string' ? title : '',
    ...(typeof description === 'string' && { description }),
    place: {
      x: number('x', 0),
      y: number('y', Number.MAX_SAFE_INTEGER),
      w: number('w', 6),
      h: number('h', 6),
    },
    metric,
  };
}
