import { Icon } from '../icons/icon.tsx';

interface SortIconProps {
  direction: 'asc' | 'desc';
}

export function SortIcon({ direction }: SortIconProps) {
  return (
    <Icon>
      <path d={direction === 'asc' ? 'M8 12.5v-9M4.5 7 8 3.5 11.5 7' : 'M8 3.5v9M4.5 9 8 12.5 11.5 9'} />
    </Icon>
  );
}

export function ColumnsIcon() {
  return (
    <Icon>
      <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
    </Icon>
  );
}

export function PinIcon() {
  return (
    <Icon>
      <path d="M5.5 2.5h5M6.5 2.5v4L4 9.5h8L9.5 6.5v-4M8 9.5v4" />
    </Icon>
  );
}

export function UpIcon() {
  return (
    <Icon>
      <path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon>
      <path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />
    </Icon>
  );
}
