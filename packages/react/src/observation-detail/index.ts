export type {
  DetailOptions,
  DetailSection,
  DetailSectionSlot,
  DetailSlot,
  DetailTab,
} from './detail-slots.ts';
export { ObservationDetail } from './observation-detail.tsx';
export type { ObservationDetailProps } from './observation-detail.tsx';
export { ObservationDetailView } from './observation-detail-view.tsx';
export type { ObservationDetailViewProps } from './observation-detail-view.tsx';
export { useObservationDetail } from './use-observation-detail.ts';
export type { ObservationDetailNode, UseObservationDetailOptions } from './use-observation-detail.ts';
