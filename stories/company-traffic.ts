import type { Patch, Store, UserId } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import type { ResolveProfiles, UserProfile } from '@oriel/react';
import { storeOf } from './sample-store.ts';

/** Some days of a company's traffic: the same every time. */
export async function companyStore(days = 6, tracesPerDay = 60): Promise<Store> {
  return storeOf(companyTraffic(days, tracesPerDay));
}

function companyTraffic(days: number, tracesPerDay: number): Patch[] {
  return [...generateTraffic({ seed: 11, days, tracesPerDay, customers: 40 })].flat();
}

/** Names for most users, and pictures for some. */
export const profiles: ResolveProfiles = async (userIds) => {
  const known = new Map<UserId, UserProfile>();
  for (const userId of userIds) {
    const number = Array.from(userId).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
    if (number % 5 === 0) continue;
    known.set(userId, {
      name: nameOf(userId),
      ...(number % 3 === 0 && { avatarUrl: `data:image/svg+xml;base64,${btoa(portrait(number))}` }),
    });
  }
  return known;
};

/** `hanna.berg.104@shop.example` is Hanna Berg. */
function nameOf(userId: UserId): string {
  const words = (userId.split('@')[0] ?? '').split('.').filter((word) => !/^\d+$/.test(word));
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

function portrait(number: number): string {
  const hue = (number * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 45% 70%)"/><circle cx="20" cy="16" r="7" fill="hsl(${hue} 45% 35%)"/><path d="M6 40c0-9 6-14 14-14s14 5 14 14z" fill="hsl(${hue} 45% 35%)"/></svg>`;
}
