import { Icon } from '../icons/icon.tsx';

/** Lines, and on to the last of them: unlike saving, which is an arrow as well. */
export function FollowIcon() {
  return (
    <Icon>
      <path d="M3 3.2h10M3 6.4h10M5 10l3 3 3-3" />
    </Icon>
  );
}
