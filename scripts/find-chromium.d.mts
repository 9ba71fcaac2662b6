/** Path of the Chromium to test with; `null` when there is none. */
export function findChromium(): string | null;

/** How to start it without a display, a sandbox of its own or calls home. */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] };
