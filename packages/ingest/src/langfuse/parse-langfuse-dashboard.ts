import { compactTiles, isJsonObject, metricProblem } from '@oriel/core';
import type {
  Filter,
  JsonObject,
  JsonValue,
  Measure,
  Metric,
  MetricKind,
  ReadDashboard,
  View,
  Widget,
} from '@oriel/core';

const VIEWS: Readonly<Record<string, readonly [View, string | null]>> = {
  traces: ['traces', null],
  observations: ['observations', null],
  'scores-numeric': ['scores', 'NUMERIC'],
  'scores-categorical': ['scores', 'CATEGORICAL'],
  'scores-boolean': ['scores', 'BOOLEAN'],
};

const KINDS: Readonly<Record<string, MetricKind>> = {
  LINE_TIME_SERIES: 'line',
  AREA_TIME_SERIES: 'area',
  BAR_TIME_SERIES: 'bars',
  HORIZONTAL_BAR: 'horizontal-bars',
  VERTICAL_BAR: 'vertical-bars',
  PIE: 'pie',
  NUMBER: 'number',
  HISTOGRAM: 'histogram',
  PIVOT_TABLE: 'table',
};

/** Fields whose names differ from ours, in any view. */
const FIELDS: Readonly<Record<string, string>> = {
  providedModelName: 'model',
  observationModelName: 'model',
  observationPromptName: 'promptName',
  observationPromptVersion: 'promptVersion',
  traceRelease: 'release',
  outputTokensPerSecond: 'tokensPerSecond',
  observationsCount: 'observationCount',
  scoresCount: 'scoreCount',
  countScores: 'scoreCount',
  stringValue: 'value',
  booleanValue: 'value',
  user: 'userId',
  session: 'sessionId',
};

const DISTINCT: Readonly<Record<string, string>> = {
  uniqueUserIds: 'userId',
  uniqueSessionIds: 'sessionId',
  traceId: 'traceId',
};

const OPERATORS: Readonly<Record<string, string>> = {
  '=': '=',
  '<>': '!=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
  contains: 'contains',
  'does not contain': 'not-contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
  'any of': 'any-of',
  'none of': 'none-of',
  'all of': 'all-of',
  'is null': 'is-null',
  'is not null': 'is-not-null',
};

/** What cannot be said in our words; caught where the widget is named. */
class Untold extends Error {}

/**
 * Reads widgets as Langfuse exports them (reference 2.7 and 4.9): one, a list, or an object with `widgets`. A widget of
 * which a part cannot be said in our words is left out and told: half a filter would show other numbers.
 */
export function parseLangfuseDashboard(json: JsonValue): ReadDashboard {
  const given =
    isJsonObject(json) && Array.isArray(json['widgets'])
      ? json['widgets']
      : Array.isArray(json)
        ? json
        : [json];
  const problems: string[] = [];
  const widgets: Widget[] = [];
  for (const [index, one] of (given as readonly JsonValue[]).entries()) {
    const title = isJsonObject(one) ? (text(one['name']) ?? text(one['title'])) : null;
    try {
      if (!isJsonObject(one)) throw new Untold('It is no widget.');
      const metric = readMetric(one);
      const problem = metricProblem(metric);
      if (problem !== null) throw new Untold(problem);
      const description = text(one['description']);
      widgets.push({
        id: `imported-${index + 1}`,
        title: title ?? 'Untitled',
        ...(description !== null && { description }),
        place: readPlace(one, index),
        metric,
      });
    } catch (error) {
      if (!(error instanceof Untold)) throw error;
      problems.push(`"${title ?? index + 1}" was left out. ${error.message}`);
    }
  }
  if (widgets.length === 0) return { dashboard: null, problems };
  const name = isJsonObject(json) ? (text(json['name']) ?? text(json['title'])) : null;
  return { dashboard: { format: 1, title: name ?? 'Imported', widgets: compactTiles(widgets) }, problems };
}

function readMetric(widget: JsonObject): Metric {
  const [view, dataType] = VIEWS[text(widget['view']) ?? ''] ?? [];
  if (!view) throw new Untold(`There is no view ${JSON.stringify(widget['view'])}.`);
  const kind = KINDS[text(widget['chartType']) ?? ''];
  if (!kind) throw new Untold(`There is no chart ${JSON.stringify(widget['chartType'])}.`);
  const config = isJsonObject(widget['chartConfig'] ?? null) ? (widget['chartConfig'] as JsonObject) : {};
  const measures = list(widget['metrics']).map((metric) => readMeasure(metric, kind, config));
  const dimensions = list(widget['dimensions']).map((dimension) => fieldOf(text(dimension['field']), view));
  const own: Filter[] = dataType ? [{ field: 'dataType', op: '=', value: dataType }] : [];
  const filters = [...own, ...list(widget['filters']).map((filter) => readFilter(filter, view))];
  const limit = config['row_limit'];
  const [only] = filters;
  return {
    kind,
    view,
    measures,
    ...(dimensions.length > 0 && { dimensions }),
    ...(only && { filter: filters.length === 1 ? only : { and: filters } }),
    ...(typeof limit === 'number' && { limit }),
  };
}

function readMeasure(metric: JsonObject, kind: MetricKind, config: JsonObject): Measure {
  const name = text(metric['measure']) ?? '';
  const aggregation = text(metric['aggregation']) ?? text(metric['agg']) ?? '';
  if (name === 'count') return { aggregate: 'count' };
  const distinct = DISTINCT[name];
  if (distinct !== undefined) return { aggregate: 'count-distinct', field: distinct };
  const field = FIELDS[name] ?? name;
  const bins = config['bins'];
  if (kind === 'histogram' || aggregation === 'histogram') {
    return { aggregate: 'histogram', field, bins: typeof bins === 'number' ? bins : 10 };
  }
  if (aggregation === 'count')
    throw new Untold(`It counts the values of "${name}", which there is no measure for.`);
  return { aggregate: aggregation, field } as Measure;
}

function readFilter(filter: JsonObject, view: View): Filter {
  const column = text(filter['column']);
  const key = text(filter['key']);
  const op = OPERATORS[text(filter['operator']) ?? ''];
  if (op === undefined) throw new Untold(`There is no operator ${JSON.stringify(filter['operator'])}.`);
  const field =
    column === 'metadata' && key !== null ? `metadata.${key}` : key === null ? fieldOf(column, view) : null;
  if (field === null) throw new Untold(`The condition on ${JSON.stringify(column)} has no counterpart.`);
  if (op === 'is-null' || op === 'is-not-null') return { field, op };
  const { value } = filter;
  if (filter['type'] !== 'datetime') return { field, op, value } as Filter;
  const moment = Date.parse(String(text(value)));
  if (Number.isNaN(moment)) throw new Untold(`${JSON.stringify(value)} is no time.`);
  return { field, op, value: moment } as Filter;
}

function fieldOf(name: string | null, view: View): string {
  if (name === null) throw new Untold('A field has no name.');
  if (view === 'traces' && name === 'traceName') return 'name';
  if (view === 'scores' && name === 'sessionId') return 'traceSessionId';
  return FIELDS[name] ?? name;
}

function readPlace(widget: JsonObject, index: number): Widget['place'] {
  const number = (short: string, long: string, fallback: number) => {
    const value = widget[short] ?? widget[long];
    return typeof value === 'number' ? value : fallback;
  };
  return {
    x: number('x', 'x', (index % 2) * 6),
    y: number('y', 'y', Math.floor(index / 2) * 6),
    w: number('x_size', 'w', 6),
    h: number('y_size', 'h', 6),
  };
}

function list(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
