import { Icon } from '../icons/icon.tsx';

export function ClockIcon() {
  return (
    <Icon>
      <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3l2 1.5" />
    </Icon>
  );
}
