import { Icon } from '../icons/icon.tsx';

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10" />
    </Icon>
  );
}

export function FollowIcon() {
  return (
    <Icon>
      <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10" strokeDasharray="0" />
      <circle cx="8" cy="13.5" r="0.6" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.4 3.4" />
    </Icon>
  );
}
