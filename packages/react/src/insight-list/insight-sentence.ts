import type { InsightFinding } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** What was found, as a sentence in the reader's language. */
export function insightSentence(
  finding: InsightFinding,
  { messages, format }: PanelPresentation<'insightList'>,
): string {
  const own = messages.insightList;
  const named = (name: string | null) => (name?.trim() ? name : messages.unnamed);
  switch (finding.code) {
    case 'error-origin':
      return own.errorOrigin({
        name: named(finding.name),
        count: finding.count,
        counted: format.count(finding.count),
        spread: finding.spread,
        spreadCounted: format.count(finding.spread),
        outermost: named(finding.outermost),
        isFatal: finding.isFatal,
        isRecovered: finding.isRecovered,
      });
    case 'retries':
      return own.retries({
        name: named(finding.name),
        attempts: format.count(finding.attempts),
        lostTime: format.duration(finding.lostTime),
        isRecovered: finding.isRecovered,
      });
    case 'loop':
      return own.loop({
        steps: finding.names.map(named).join(' → '),
        rounds: format.count(finding.rounds),
        time: format.duration(finding.time),
      });
    case 'repeated-call':
      return own.repeatedCall({
        name: named(finding.name),
        count: format.count(finding.count),
        time: format.duration(finding.spentTime),
        cost: finding.spentCost === null ? null : format.cost(finding.spentCost),
      });
    case 'context-growth': {
      const size = finding.unit === 'tokens' ? own.tokensOf : own.charactersOf;
      return own.contextGrowth({
        name: named(finding.name),
        turns: format.count(finding.turns),
        first: size(format.tokens(Math.round(finding.first))),
        last: size(format.tokens(Math.round(finding.last))),
        mostly: finding.mostly === null ? null : own.parts[finding.mostly],
      });
    }
    case 'cache-miss':
      return own.cacheMiss({
        name: named(finding.name),
        count: finding.calls,
        calls: format.count(finding.calls),
        tokens: format.tokens(finding.tokens),
      });
    case 'slow-branch':
      return own.slowBranch({
        name: named(finding.name),
        time: format.duration(finding.time),
        share: format.share(finding.share),
      });
    case 'dear-branch':
      return own.dearBranch({
        name: named(finding.name),
        cost: format.cost(finding.cost),
        share: format.share(finding.share),
      });
    case 'idle':
      break;
  }
  return own.idle({
    name: named(finding.name),
    time: format.duration(finding.time),
    share: format.share(finding.share),
  });
}
