import { Icon } from '../icons/icon.tsx';

export function ThumbUpIcon() {
  return (
    <Icon>
      <path d="M5 7.2v6M5 7.2 7.6 2.6c1 0 1.7.7 1.7 1.7v2.4h3.2c.8 0 1.4.7 1.2 1.5l-.9 4c-.1.6-.6 1-1.2 1H5M5 7.2H3.2a.7.7 0 0 0-.7.7v4.6c0 .4.3.7.7.7H5" />
    </Icon>
  );
}

export function ThumbDownIcon() {
  return (
    <Icon>
      <path d="M5 8.8v-6M5 8.8l2.6 4.6c1 0 1.7-.7 1.7-1.7V9.3h3.2c.8 0 1.4-.7 1.2-1.5l-.9-4c-.1-.6-.6-1-1.2-1H5M5 8.8H3.2a.7.7 0 0 1-.7-.7V3.5c0-.4.3-.7.7-.7H5" />
    </Icon>
  );
}

export function ClockIcon() {
  return (
    <Icon>
      <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3.2l2.2 1.3" />
    </Icon>
  );
}

export function TurnsIcon() {
  return (
    <Icon>
      <path d="M2.5 4h2M6.5 4h7M2.5 8h2M6.5 8h7M2.5 12h2M6.5 12h7" />
    </Icon>
  );
}

export function FollowIcon() {
  return (
    <Icon>
      <path d="M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10" />
    </Icon>
  );
}

export function OpenIcon() {
  return (
    <Icon>
      <path d="M9.5 2.5h4v4M13.2 2.8 7.5 8.5M11.5 9v3.2c0 .7-.6 1.3-1.3 1.3H3.8c-.7 0-1.3-.6-1.3-1.3V5.8c0-.7.6-1.3 1.3-1.3H7" />
    </Icon>
  );
}

export function ClearIcon() {
  return (
    <Icon>
      <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />
    </Icon>
  );
}
