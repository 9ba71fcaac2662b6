import { describe, expect, it } from 'vitest';
import { graphTaskOf } from './graph-task.ts';

describe('the LangGraph task of a run', () => {
  it('is read from metadata as LangGraph has it', () => {
    expect(
      graphTaskOf({
        langgraph_node: 'agent',
        langgraph_step: 1,
        langgraph_checkpoint_ns: 'outer:1|agent:2',
        langgraph_triggers: ['branch:to:agent'],
      }),
    ).toEqual({ node: 'agent', step: 1, namespace: 'outer:1|agent:2', triggers: ['branch:to:agent'] });
  });

  it('is read from metadata whose every value became text', () => {
    expect(
      graphTaskOf({
        langgraph_node: 'agent',
        langgraph_step: '12',
        checkpoint_ns: 'agent:2',
        langgraph_triggers: '["branch:to:agent","join:b+c:d"]',
      }),
    ).toEqual({
      node: 'agent',
      step: 12,
      namespace: 'agent:2',
      triggers: ['branch:to:agent', 'join:b+c:d'],
    });
  });

  it('needs no namespace and no triggers', () => {
    expect(graphTaskOf({ langgraph_node: 'a', langgraph_step: 0 })).toEqual({
      node: 'a',
      step: 0,
      namespace: null,
      triggers: [],
    });
  });

  it.each([
    ['no metadata', undefined],
    ['a root run', { thread_id: 't' }],
    ['a node without a step', { langgraph_node: 'a' }],
    ['a step that is no number', { langgraph_node: 'a', langgraph_step: 'first' }],
  ])('is unknown of %s', (_, metadata) => {
    expect(graphTaskOf(metadata)).toBeUndefined();
  });
});
