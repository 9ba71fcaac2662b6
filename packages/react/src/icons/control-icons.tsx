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

export function SearchIcon() {
  return (
    <Icon>
      <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3l3.2 3.2" />
    </Icon>
  );
}

export function NextIcon() {
  return (
    <Icon>
      <path d="m4 6.5 4 4 4-4" />
    </Icon>
  );
}

export function PreviousIcon() {
  return (
    <Icon>
      <path d="m4 9.5 4-4 4 4" />
    </Icon>
  );
}

export function PayloadSearchIcon() {
  return (
    <Icon>
      <path d="M3 2.5h6.5l3 3V8M3 2.5v11h4M5.5 6.5h3M10.5 9.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M12.1 13l1.6 1.5" />
    </Icon>
  );
}

export function OptionsIcon() {
  return (
    <Icon>
      <path d="M2.5 4.5h5M11.5 4.5h2M2.5 11.5h2M8.5 11.5h5M9.5 3a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M6.5 10a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M8 2.5v7.2M5 7l3 3 3-3M3 12.8h10" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />
    </Icon>
  );
}
