'use client';

import { HomeCard } from './home-card.tsx';
import type { HomeCardProps } from './home-card.tsx';

/** What each card of its own takes. */
export type OneHomeCardProps = Omit<HomeCardProps, 'card'>;

/** How many traces there are, by name. */
export function TracesCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="traces" />;
}

/** What each model cost, and its tokens. */
export function ModelCostsCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="model-costs" />;
}

/** Each score: how often, and how good on average. */
export function ScoresCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="scores" />;
}

/** Traces over time, or observations by level. */
export function TracesByTimeCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="traces-by-time" />;
}

/** Cost or tokens over time, by model or by what they were for. */
export function ModelUsageCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="model-usage" />;
}

/** The users who cost most, or ask most. */
export function UserConsumptionCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="user-consumption" />;
}

/** The average of each score over time. */
export function ScoresByTimeCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="scores-by-time" />;
}

/** Percentiles of latency by name of the trace, the slowest first. */
export function TraceLatenciesCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="trace-latencies" />;
}

/** Percentiles of latency by name of the model call, the slowest first. */
export function GenerationLatenciesCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="generation-latencies" />;
}

/** Percentiles of latency by name of the step, the slowest first. */
export function ObservationLatenciesCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="observation-latencies" />;
}

/** Percentiles of latency of each model over time. */
export function ModelLatenciesCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="model-latencies" />;
}

/** One score, or all: over time, its distribution, its values. */
export function ScoreAnalyticsCard(props: OneHomeCardProps) {
  return <HomeCard {...props} card="score-analytics" />;
}
