import type { AgentGraphMode } from '@oriel/core';

/** Texts of the agent graph. Counts come twice: as a number to choose words by, and as it is written. */
export interface AgentGraphMessages {
  readonly title: string;
  /** How it is worked by keys, for people who do not see it. */
  readonly keys: string;
  readonly mode: string;
  readonly modes: Readonly<Record<AgentGraphMode, string>>;
  readonly loading: string;
  readonly placing: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly tooMany: string;
  readonly tooManyCalls: (count: string, limit: string) => string;
  readonly tooManyNames: (count: string, limit: string) => string;
  readonly tooManyEdges: (limit: string) => string;
  readonly showAggregated: string;
  /** Why the picture is plainer than it could be. */
  readonly simplified: string;
  /** Why agents inside agents share a graph. @param depth - how many boxes are inside each other at most. */
  readonly fewerBoxes: (depth: number, formatted: string) => string;
  readonly nodes: (count: number, formatted: string) => string;
  readonly start: string;
  readonly end: string;
  readonly notReached: string;
  readonly calls: (count: number, formatted: string) => string;
  readonly errors: (count: number, formatted: string) => string;
  readonly retries: (count: number, formatted: string) => string;
  readonly interrupted: (count: number, formatted: string) => string;
  readonly mean: (duration: string) => string;
  readonly total: (duration: string) => string;
  /** Which of a node's calls is picked. */
  readonly callOf: (place: string, count: string) => string;
  readonly inside: (name: string) => string;
  readonly leadsTo: (ways: string) => string;
  readonly comesFrom: (ways: string) => string;
  readonly wayTaken: (name: string, count: number, formatted: string) => string;
  readonly wayNotTaken: (name: string) => string;
  readonly moreNodes: (count: number, formatted: string) => string;
  readonly steps: string;
  readonly step: (place: string, count: string) => string;
  readonly wholeRun: string;
  readonly leaveStep: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly saveFailed: string;
  readonly legend: string;
  readonly notTaken: string;
  readonly conditional: string;
}

export const agentGraphEn: AgentGraphMessages = {
  title: 'Agent graph',
  keys: 'Arrow keys walk along the edges. Enter picks a node, and again its next call. Plus and minus zoom, 0 shows everything.',
  mode: 'Nodes',
  modes: { aggregated: 'Aggregated', 'as-it-ran': 'As it ran' },
  loading: 'Loading graph…',
  placing: 'Placing nodes…',
  failed: 'The graph could not be drawn',
  failedHint: 'A part of the page did not load.',
  empty: 'Nothing ran yet',
  emptyHint: 'This trace has no steps that could be nodes of a graph.',
  tooMany: 'Too much for one picture',
  tooManyCalls: (count, limit) =>
    `As it ran, the graph would have ${count} nodes, one for each call; it is drawn up to ${limit}. Aggregated, calls of one name are one node.`,
  tooManyNames: (count, limit) =>
    `There are ${count} differently named steps, and a graph is drawn up to ${limit}. The tree shows them all.`,
  tooManyEdges: (limit) =>
    `The steps branch so widely that there would be more than ${limit} edges: nobody could follow one.`,
  showAggregated: 'Show aggregated',
  simplified: 'Placed in a simpler way, because the careful one took too long.',
  fewerBoxes: (depth, formatted) =>
    depth === 0
      ? 'Agents share one graph: a box for each would be too many.'
      : `Agents more than ${formatted} deep share the graph around them: boxes for all would be too many.`,
  nodes: (count, formatted) => `${formatted} ${count === 1 ? 'node' : 'nodes'}`,
  start: 'Start',
  end: 'End',
  notReached: 'not reached',
  calls: (count, formatted) => `${formatted} ${count === 1 ? 'call' : 'calls'}`,
  errors: (_, formatted) => `${formatted} failed`,
  retries: (count, formatted) => `${formatted} ${count === 1 ? 'retry' : 'retries'}`,
  interrupted: (_, formatted) => `${formatted} paused`,
  mean: (duration) => `${duration} on average`,
  total: (duration) => `${duration} in total`,
  callOf: (place, count) => `${place} of ${count}`,
  inside: (name) => `inside ${name}`,
  leadsTo: (ways) => `leads to ${ways}`,
  comesFrom: (ways) => `comes from ${ways}`,
  wayTaken: (name, count, formatted) => (count === 1 ? name : `${name} (${formatted} times)`),
  wayNotTaken: (name) => `${name} (not taken)`,
  moreNodes: (count, formatted) =>
    `${formatted} more ${count === 1 ? 'node' : 'nodes'}, reached by arrow keys`,
  steps: 'Step',
  step: (place, count) => `Step ${place} of ${count}`,
  wholeRun: 'Whole run',
  leaveStep: 'Show the whole run',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  saveFailed: 'Could not be saved',
  legend: 'Legend',
  notTaken: 'declared, not taken',
  conditional: 'decided while running',
};

export const agentGraphZhCn: AgentGraphMessages = {
  title: '智能体图',
  keys: '方向键沿边移动。回车选中节点，再按选中其下一次调用。加号和减号缩放，0 显示全部。',
  mode: '节点',
  modes: { aggregated: '聚合', 'as-it-ran': '按运行顺序' },
  loading: '正在加载图…',
  placing: '正在排布节点…',
  failed: '无法绘制图',
  failedHint: '页面的一部分没有加载成功。',
  empty: '尚无步骤运行',
  emptyHint: '此追踪中没有可以作为图节点的步骤。',
  tooMany: '一张图放不下',
  tooManyCalls: (count, limit) =>
    `按运行顺序，每次调用一个节点，图将有 ${count} 个节点；最多绘制 ${limit} 个。聚合后，同名调用合为一个节点。`,
  tooManyNames: (count, limit) =>
    `共有 ${count} 个不同名称的步骤，图最多绘制 ${limit} 个。树中可以看到全部。`,
  tooManyEdges: (limit) => `步骤分支过多，边将超过 ${limit} 条，无法辨认。`,
  showAggregated: '聚合显示',
  simplified: '精细排布耗时过长，已改用较简单的排布。',
  fewerBoxes: (depth, formatted) =>
    depth === 0
      ? '智能体共用一张图：逐个加框会过多。'
      : `嵌套超过 ${formatted} 层的智能体并入外层图：全部加框会过多。`,
  nodes: (_, formatted) => `${formatted} 个节点`,
  start: '开始',
  end: '结束',
  notReached: '未到达',
  calls: (_, formatted) => `${formatted} 次调用`,
  errors: (_, formatted) => `${formatted} 次失败`,
  retries: (_, formatted) => `${formatted} 次重试`,
  interrupted: (_, formatted) => `${formatted} 次暂停`,
  mean: (duration) => `平均 ${duration}`,
  total: (duration) => `共 ${duration}`,
  callOf: (place, count) => `第 ${place}/${count} 次`,
  inside: (name) => `位于 ${name} 内`,
  leadsTo: (ways) => `通向 ${ways}`,
  comesFrom: (ways) => `来自 ${ways}`,
  wayTaken: (name, count, formatted) => (count === 1 ? name : `${name}（${formatted} 次）`),
  wayNotTaken: (name) => `${name}（未经过）`,
  moreNodes: (_, formatted) => `另有 ${formatted} 个节点，可用方向键到达`,
  steps: '步骤',
  step: (place, count) => `第 ${place} 步，共 ${count} 步`,
  wholeRun: '整个运行',
  leaveStep: '显示整个运行',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '显示全部',
  saveSvg: '保存为 SVG',
  savePng: '保存为 PNG',
  saveFailed: '保存失败',
  legend: '图例',
  notTaken: '已声明，未经过',
  conditional: '运行时决定',
};
