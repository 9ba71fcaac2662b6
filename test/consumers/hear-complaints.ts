import type { Page } from 'playwright';

/** Of React's development build. */
const ADVERTISEMENT = 'Download the React DevTools';

/** What a page writes to its console, throws, or asks for in vain, from now on. */
export function hearComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const complaint = `${message.type()}: ${message.text()}`;
    if (!complaint.includes(ADVERTISEMENT)) complaints.push(complaint);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} did not arrive`));
  return complaints;
}
