/** What the demo itself says; the dashboard brings its own words. */
export interface DemoTexts {
  readonly openFiles: string;
  readonly dropToOpen: string;
  readonly makingTraffic: string;
  readonly trafficMade: string;
  readonly runAgent: string;
  readonly agentRuns: string;
  readonly agentAnswered: string;
  readonly agentFailed: string;
  readonly stop: string;
  readonly dismiss: string;
  /** What the agent is asked. */
  readonly question: string;
}

export const en: DemoTexts = {
  openFiles: 'Open files',
  dropToOpen: 'Drop to open',
  makingTraffic: 'Making a month of a company’s traffic to look at …',
  trafficMade: 'Traffic made',
  runAgent: 'Run an agent',
  agentRuns:
    'An agent works in this page and traces itself as it goes: LangGraph.js for real, with a scripted model.',
  agentAnswered: 'The agent has answered:',
  agentFailed: 'The agent has stopped:',
  stop: 'Stop',
  dismiss: 'Dismiss',
  question: 'My desk lamp arrived broken. Can I have a new one by Friday?',
};

export const zhCN: DemoTexts = {
  openFiles: '打开文件',
  dropToOpen: '松开以打开',
  makingTraffic: '正在生成一家公司一个月的流量，供你浏览……',
  trafficMade: '已生成的流量',
  runAgent: '运行智能体',
  agentRuns: '一个智能体正在本页面中运行，并实时记录自身的追踪：真实的 LangGraph.js，配合脚本化的模型。',
  agentAnswered: '智能体已回答：',
  agentFailed: '智能体已停止：',
  stop: '停止',
  dismiss: '关闭',
  question: '我的台灯到货时就坏了。周五之前能换一盏新的吗？',
};
