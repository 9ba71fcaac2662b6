export { HomeCard } from './home-card.tsx';
export type { HomeCardProps } from './home-card.tsx';
export { HomeCards } from './home-cards.tsx';
export type { HomeCardsProps } from './home-cards.tsx';
export {
  GenerationLatenciesCard,
  ModelCostsCard,
  ModelLatenciesCard,
  ModelUsageCard,
  ObservationLatenciesCard,
  ScoreAnalyticsCard,
  ScoresByTimeCard,
  ScoresCard,
  TraceLatenciesCard,
  TracesByTimeCard,
  TracesCard,
  UserConsumptionCard,
} from './single-cards.tsx';
export type { OneHomeCardProps } from './single-cards.tsx';
