import type { Scenario } from '../run.ts';
import { catalogTagging } from './catalog-tagging.ts';
import { helpCenterAnswer } from './help-center-answer.ts';
import { marketReport } from './market-report.ts';
import { orderAgent } from './order-agent.ts';
import { refundApproval } from './refund-approval.ts';
import { supportChat } from './support-chat.ts';
import { voiceCall } from './voice-call.ts';

/** A kind of conversation the product has. */
export interface ScenarioKind {
  readonly name: string;
  readonly record: Scenario;
  /** Share of the conversations. A conversation has one trace for each turn. */
  readonly weight: number;
  /** Turns that conversations have; one that is listed twice is twice as frequent. */
  readonly turns: readonly [number, ...number[]];
  readonly tags: readonly string[];
  readonly channel: 'web' | 'app' | 'phone' | 'back-office' | 'job';
  /** Of the service or graph behind it. */
  readonly version: string;
}

export const SCENARIOS: readonly [ScenarioKind, ...ScenarioKind[]] = [
  {
    name: 'support-chat',
    record: supportChat,
    weight: 22,
    turns: [1, 2, 2, 3, 3, 4, 5],
    tags: ['chat'],
    channel: 'web',
    version: 'chat-7',
  },
  {
    name: 'help-center-answer',
    record: helpCenterAnswer,
    weight: 28,
    turns: [1, 1, 1, 2],
    tags: ['rag'],
    channel: 'web',
    version: 'rag-5',
  },
  {
    name: 'order-agent',
    record: orderAgent,
    weight: 30,
    turns: [1, 1, 2],
    tags: ['agent', 'orders'],
    channel: 'app',
    version: 'agent-12',
  },
  {
    name: 'refund-approval',
    record: refundApproval,
    weight: 8,
    turns: [1, 2, 2, 2],
    tags: ['langgraph', 'refunds'],
    channel: 'back-office',
    version: 'graph-3',
  },
  {
    name: 'market-report',
    record: marketReport,
    weight: 46,
    turns: [1],
    tags: ['langgraph', 'reports'],
    channel: 'back-office',
    version: 'graph-8',
  },
  {
    name: 'voice-call',
    record: voiceCall,
    weight: 8,
    turns: [1],
    tags: ['voice'],
    channel: 'phone',
    version: 'voice-4',
  },
  {
    name: 'catalog-tagging',
    record: catalogTagging,
    weight: 6,
    turns: [1],
    tags: ['batch'],
    channel: 'job',
    version: 'tagging-2',
  },
];
