'use client';

import { useState } from 'react';
import type { UserId } from '@oriel/core';
import { Link } from '../provider/link.tsx';
import { useProfile } from './use-profile.ts';
import { usePresentation } from './presentation.ts';

interface UserBadgeProps {
  userId: UserId;
  /** The name leads to the user's page. @defaultValue true */
  isLink?: boolean | undefined;
  /** Large on the user's own page, whose name leads nowhere but to what the host knows of them. @defaultValue small */
  size?: 'small' | 'large' | undefined;
}

/** A user by picture and name, where the host knows them; by initials and id where nobody does. */
export function UserBadge({ userId, isLink = true, size = 'small' }: UserBadgeProps) {
  const { navigation } = usePresentation();
  const profile = useProfile(userId);
  const name = profile?.name?.trim() || userId;
  const page = size === 'large' ? undefined : navigation.userHref?.(userId);
  return (
    <span className="oriel-user" data-size={size} title={userId}>
      <Avatar key={profile?.avatarUrl} name={name} userId={userId} url={profile?.avatarUrl} />
      <span className="oriel-user-name" dir="auto">
        {isLink ? <Link href={profile?.href ?? page}>{name}</Link> : name}
      </span>
    </span>
  );
}

interface AvatarProps {
  name: string;
  userId: UserId;
  url: string | undefined;
}

/** It decorates a name. */
function Avatar({ name, userId, url }: AvatarProps) {
  const [isBroken, setIsBroken] = useState(false);
  if (url !== undefined && !isBroken) {
    return (
      <img
        className="oriel-user-avatar"
        src={url}
        alt=""
        loading="lazy"
        referrerPolicy="no-referrer"
        onError={() => setIsBroken(true)}
      />
    );
  }
  return (
    <span className="oriel-user-avatar" data-hue={hueOf(userId)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

const HUES = 6;

/** The same user has the same colour everywhere. */
function hueOf(userId: UserId): number {
  let sum = 0;
  for (let place = 0; place < userId.length; place += 1) sum = (sum * 31 + userId.charCodeAt(place)) % 9973;
  return sum % HUES;
}

/** First letters of the first two words; of Chinese names the last character, which is the person's own. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = '?', second = ''] = words;
  if (/\p{Script=Han}/u.test(first)) return /.$/u.exec(first)?.[0] ?? '';
  return `${/^./u.exec(first)?.[0] ?? ''}${/^./u.exec(second)?.[0] ?? ''}`.toUpperCase();
}
