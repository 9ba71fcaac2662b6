import { Icon } from '../icons/icon.tsx';

export function RowsIcon() {
  return (
    <Icon>
      <path d="M2.5 3.5h11M4.5 6.5h5M4.5 9.5h3M8.5 12.5h5" />
    </Icon>
  );
}

export function LanesIcon() {
  return (
    <Icon>
      <path d="M2.5 4h11M2.5 8H7M9.5 8h4M2.5 12h2.5M7.5 12H9M11.5 12h2" />
    </Icon>
  );
}

export function ZoomInIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3M5 7h4M7 5v4" />
    </Icon>
  );
}

export function ZoomOutIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3M5 7h4" />
    </Icon>
  );
}

export function ShowAllIcon() {
  return (
    <Icon>
      <path d="M2.5 3v10M13.5 3v10M5 8h6M6.5 6 4.5 8l2 2M9.5 6l2 2-2 2" />
    </Icon>
  );
}

export function GapsIcon() {
  return (
    <Icon>
      <path d="M2.5 8H5M11 8h2.5M6.5 3.5 5.5 6l2 2-1 2.5-1 2M10.5 3.5l-1 2.5 2 2-1 2.5-1 2" />
    </Icon>
  );
}

export function CriticalPathIcon() {
  return (
    <Icon>
      <path d="M2.5 4.5H6v3.5h4v3.5h3.5" />
    </Icon>
  );
}

export function OwnTimeIcon() {
  return (
    <Icon>
      <rect x="2.5" y="5" width="11" height="6" rx="1" />
      <path d="M6 5v6M10 5v6M2.5 8H6M10 8h3.5" />
    </Icon>
  );
}

export function PlayIcon() {
  return (
    <Icon className="oriel-icon oriel-timeline-chart-solid-icon">
      <path d="M5 3.5v9l7-4.5z" />
    </Icon>
  );
}

export function PauseIcon() {
  return (
    <Icon className="oriel-icon oriel-timeline-chart-solid-icon">
      <path d="M5 3.5h1.5v9H5zM9.5 3.5H11v9H9.5z" />
    </Icon>
  );
}
