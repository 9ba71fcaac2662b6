export { EnvironmentSwitch } from './environment-switch.tsx';
export { EnvironmentSwitchView } from './environment-switch-view.tsx';
export type { EnvironmentSwitchViewProps } from './environment-switch-view.tsx';
export { FilterBar } from './filter-bar.tsx';
export type { FilterBarPart, FilterBarProps } from './filter-bar.tsx';
export { LiveSwitch } from './live-switch.tsx';
export { TimeRangePicker } from './time-range-picker.tsx';
