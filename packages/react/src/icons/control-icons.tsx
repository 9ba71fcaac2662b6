import { Icon } from './icon.tsx';

export function ChevronIcon() {
  return (
    <Icon className="oriel-icon oriel-chevron">
      <path d="m6 4 4 4-4 4" />
    </Icon>
  );
}

export function ExpandAllIcon() {
  return (
    <Icon>
      <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />
    </Icon>
  );
}

export function CollapseAllIcon() {
  return (
    <Icon>
      <path d="m5 2.8 3 3 3-3M5 13.2l3-3 3 3" />
    </Icon>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.2A.8.8 0 0 0 9.7 2.5H3.3a.8.8 0 0 0-.8.8v6.4c0 .44.36.8.8.8h.2" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m3.5 8.5 3 3 6-7" />
    </Icon>
  );
}
