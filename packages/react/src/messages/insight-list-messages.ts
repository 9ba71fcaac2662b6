import type { ContextPart, LossCode } from '@oriel/core';

/** Texts of the insights. Numbers come written down, as the reader's locale has them. */
export interface InsightListMessages {
  readonly title: string;
  readonly thinking: string;
  readonly suspects: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly context: string;
  readonly contextHint: (turns: string, name: string) => string;
  readonly parts: Readonly<Record<ContextPart | 'input' | 'output', string>>;
  readonly turn: string;
  readonly characters: string;
  readonly series: string;
  readonly turnsTable: string;
  readonly losses: string;
  readonly nothingLost: string;
  /** What a button's place in a round of evidence is. */
  readonly evidence: (place: string, count: string) => string;
  readonly coverage: (read: string, wanted: string) => string;
  readonly lookAtRest: string;
  readonly reading: string;

  readonly errorOrigin: (error: {
    name: string;
    count: number;
    counted: string;
    spread: number;
    spreadCounted: string;
    outermost: string;
    isFatal: boolean;
    isRecovered: boolean;
  }) => string;
  readonly retries: (retries: {
    name: string;
    attempts: string;
    lostTime: string;
    isRecovered: boolean;
  }) => string;
  readonly loop: (loop: { steps: string; rounds: string; time: string }) => string;
  /** @param cost - `null` when nothing was priced. */
  readonly repeatedCall: (call: { name: string; count: string; time: string; cost: string | null }) => string;
  /** @param mostly - `null` where nobody looked. */
  readonly contextGrowth: (growth: {
    name: string;
    turns: string;
    first: string;
    last: string;
    mostly: string | null;
  }) => string;
  /** `count` is the number of calls, `calls` the same as text. */
  readonly cacheMiss: (miss: { name: string; count: number; calls: string; tokens: string }) => string;
  readonly slowBranch: (branch: { name: string; time: string; share: string }) => string;
  readonly dearBranch: (branch: { name: string; cost: string; share: string }) => string;
  readonly idle: (gap: { name: string; time: string; share: string }) => string;

  readonly tokensOf: (count: string) => string;
  readonly charactersOf: (count: string) => string;
  /** Each with the count of observations, written down; for `sampled` the share that was kept. */
  readonly loss: Readonly<Record<LossCode, (count: string) => string>>;
}

export const insightListEn: InsightListMessages = {
  title: 'Insights',
  thinking: 'Looking for what stands out…',
  suspects: 'What stands out',
  nothing: 'Nothing stands out',
  nothingHint: 'No errors, retries, loops or waste were found in this trace.',
  context: 'Context',
  contextHint: (turns, name) => `What ${name} was given, over ${turns} turns`,
  parts: {
    system: 'System',
    history: 'Messages',
    toolResults: 'Tool results',
    tools: 'Tool definitions',
    input: 'Input',
    output: 'Output',
  },
  turn: 'Turn',
  characters: 'characters',
  series: 'Conversation',
  turnsTable: 'As a table',
  losses: 'What is not shown as it was',
  nothingLost: 'Nothing is known to be missing or changed.',
  evidence: (place, count) => `${place} of ${count}`,
  coverage: (read, wanted) =>
    `Inputs and outputs of ${read} of ${wanted} calls were looked at. Repeated calls, context and caches show in those only.`,
  lookAtRest: 'Look at the rest',
  reading: 'Reading inputs and outputs…',

  errorOrigin: ({ name, count, counted, spread, spreadCounted, outermost, isFatal, isRecovered }) => {
    const times = count > 1 ? ` ${counted} times` : '';
    if (isFatal && spread === 0) return `${name} failed${times}, and it is the whole trace.`;
    if (isFatal) return `${name} failed${times}, and brought the whole trace down.`;
    if (isRecovered) return `${name} failed${times}, and went well later.`;
    if (spread > 0) {
      const steps = spread === 1 ? 'one step' : `${spreadCounted} steps`;
      return `${name} failed${times}; ${steps} above failed with it, up to ${outermost}.`;
    }
    return `${name} failed${times}; nothing above failed with it.`;
  },
  retries: ({ name, attempts, lostTime, isRecovered }) =>
    isRecovered
      ? `${name} took ${attempts} attempts; the failed ones cost ${lostTime}.`
      : `${name} was tried ${attempts} times in ${lostTime}, and failed every time.`,
  loop: ({ steps, rounds, time }) => `${steps} went round ${rounds} times in ${time}.`,
  repeatedCall: ({ name, count, time, cost }) =>
    `${name} was asked the same ${count} times; asking again took ${time}${cost === null ? '' : ` and ${cost}`}.`,
  contextGrowth: ({ name, turns, first, last, mostly }) =>
    `The input of ${name} grew from ${first} to ${last} over ${turns} turns${mostly === null ? '' : `, mostly ${mostly.toLowerCase()}`}.`,
  cacheMiss: ({ name, count, calls, tokens }) =>
    `${calls} ${count === 1 ? 'call' : 'calls'} of ${name} repeated about ${tokens} tokens and read none from a cache.`,
  slowBranch: ({ name, time, share }) => `${name} took ${time}: ${share} of the time that the trace waited.`,
  dearBranch: ({ name, cost, share }) => `${name} cost ${cost}: ${share} of the trace.`,
  idle: ({ name, time, share }) => `Inside ${name} nothing ran for ${time}: ${share} of the trace.`,

  tokensOf: (count) => `${count} tokens`,
  charactersOf: (count) => `${count} characters`,
  loss: {
    sampled: (share) => `Only ${share} of traces like this one were kept.`,
    'missing-parent': (count) => `Parent never arrived, so shown as a root: ${count}`,
    'opened-cycle': (count) => `Circle of parents opened here: ${count}`,
    'duplicate-id': (count) => `Shares its id with another: ${count}`,
    'missing-end': (count) => `End never arrived, although what it ran in has ended: ${count}`,
    running: (count) => `Still running: ${count}`,
    'early-start': (count) => `Claims to have started before its parent: ${count}`,
    'missing-usage': (count) => `Model call without token counts, so totals are too low: ${count}`,
    unpriced: (count) => `Tokens without a price, so costs are too low: ${count}`,
    'partly-unpriced': (count) => `Some of its tokens have no price, so costs are too low: ${count}`,
    'doubtful-usage': (count) => `Token counts contradict each other: ${count}`,
    'counted-once': (count) => `Repeats the tokens of the calls below, so they count once: ${count}`,
    'missing-payload': (count) => `Neither input nor output was captured: ${count}`,
    masked: (count) => `Text was hidden before it was stored: ${count}`,
    truncated: (count) => `The sender left something out: ${count}`,
  },
};

export const insightListZhCn: InsightListMessages = {
  title: '洞察',
  thinking: '正在查找异常…',
  suspects: '值得注意',
  nothing: '没有异常',
  nothingHint: '此追踪中没有发现错误、重试、循环或浪费。',
  context: '上下文',
  contextHint: (turns, name) => `${name} 在 ${turns} 轮中的输入`,
  parts: {
    system: '系统提示',
    history: '消息',
    toolResults: '工具结果',
    tools: '工具定义',
    input: '输入',
    output: '输出',
  },
  turn: '轮次',
  characters: '字符',
  series: '对话',
  turnsTable: '以表格显示',
  losses: '未如实显示的内容',
  nothingLost: '没有已知的缺失或改动。',
  evidence: (place, count) => `第 ${place} 个，共 ${count} 个`,
  coverage: (read, wanted) =>
    `已查看 ${wanted} 次调用中 ${read} 次的输入和输出。重复调用、上下文和缓存仅据此判断。`,
  lookAtRest: '查看其余部分',
  reading: '正在读取输入和输出…',

  errorOrigin: ({ name, count, counted, spread, spreadCounted, outermost, isFatal, isRecovered }) => {
    const times = count > 1 ? ` ${counted} 次` : '';
    if (isFatal) return `${name} 失败${times}，导致整个追踪失败。`;
    if (isRecovered) return `${name} 失败${times}，之后成功。`;
    if (spread > 0) return `${name} 失败${times}，使上层 ${spreadCounted} 个步骤失败，直至 ${outermost}。`;
    return `${name} 失败${times}，未影响上层步骤。`;
  },
  retries: ({ name, attempts, lostTime, isRecovered }) =>
    isRecovered
      ? `${name} 尝试了 ${attempts} 次，失败的尝试耗时 ${lostTime}。`
      : `${name} 在 ${lostTime} 内尝试了 ${attempts} 次，全部失败。`,
  loop: ({ steps, rounds, time }) => `${steps} 在 ${time} 内循环了 ${rounds} 次。`,
  repeatedCall: ({ name, count, time, cost }) =>
    `${name} 被以相同输入调用 ${count} 次，重复调用耗时 ${time}${cost === null ? '' : `，花费 ${cost}`}。`,
  contextGrowth: ({ name, turns, first, last, mostly }) =>
    `${name} 的输入在 ${turns} 轮中从 ${first} 增长到 ${last}${mostly === null ? '' : `，主要是${mostly}`}。`,
  cacheMiss: ({ name, calls, tokens }) =>
    `${name} 的 ${calls} 次调用重复了约 ${tokens} 个 Token，但没有命中缓存。`,
  slowBranch: ({ name, time, share }) => `${name} 耗时 ${time}，占追踪等待时间的 ${share}。`,
  dearBranch: ({ name, cost, share }) => `${name} 花费 ${cost}，占追踪的 ${share}。`,
  idle: ({ name, time, share }) => `${name} 中有 ${time} 没有任何步骤运行，占追踪的 ${share}。`,

  tokensOf: (count) => `${count} 个 Token`,
  charactersOf: (count) => `${count} 个字符`,
  loss: {
    sampled: (share) => `此类追踪只保留了 ${share}。`,
    'missing-parent': (count) => `父级未到达，因此显示为根：${count}`,
    'opened-cycle': (count) => `在此处断开循环的父级关系：${count}`,
    'duplicate-id': (count) => `与其他观测的 ID 相同：${count}`,
    'missing-end': (count) => `上级已结束，但其结束时间未到达：${count}`,
    running: (count) => `仍在运行：${count}`,
    'early-start': (count) => `开始时间早于其父级：${count}`,
    'missing-usage': (count) => `模型调用没有 Token 计数，因此合计偏低：${count}`,
    unpriced: (count) => `Token 没有价格，因此费用偏低：${count}`,
    'partly-unpriced': (count) => `部分 Token 没有价格，因此费用偏低：${count}`,
    'doubtful-usage': (count) => `Token 计数自相矛盾：${count}`,
    'counted-once': (count) => `重复了下级调用的 Token，因此只计一次：${count}`,
    'missing-payload': (count) => `没有采集到输入和输出：${count}`,
    masked: (count) => `文本在存储前已被隐藏：${count}`,
    truncated: (count) => `发送方省略了部分内容：${count}`,
  },
};
