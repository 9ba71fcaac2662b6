import type { KeyPair } from '../auth/key-access.ts';

interface StartFacts {
  readonly url: string;
  /** Where everything is kept. */
  readonly place: string;
  readonly keys: KeyPair;
  /** Lets somebody in on the page, once; `null` where there is no page. */
  readonly code: string | null;
}

/** What a person needs to send traces: environment variables to copy. */
export function startText({ url, place, keys, code }: StartFacts): string {
  const { publicKey, secretKey } = keys;
  const basic = btoa(`${publicKey}:${secretKey}`);
  return `Oriel collects at ${url} and keeps everything in ${place}.
${code === null ? '' : `\nLook at it on ${url}/ and sign in with ${code}\n`}
Langfuse SDKs:
  export LANGFUSE_PUBLIC_KEY=${publicKey}
  export LANGFUSE_SECRET_KEY=${secretKey}
  export LANGFUSE_BASE_URL=${url}
  export LANGFUSE_BASEURL=${url}   # the older JavaScript SDK
  export LANGFUSE_HOST=${url}      # the Python SDK

OpenTelemetry SDKs:
  export OTEL_EXPORTER_OTLP_ENDPOINT=${url}
  export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
  export OTEL_EXPORTER_OTLP_HEADERS=Authorization=Basic%20${encodeURIComponent(basic)}

Stop it with Ctrl+C: what was answered is kept.`;
}

/** The last code was used: another reader needs another one. */
export function nextCodeText(code: string): string {
  return `Somebody signed in. The next one signs in with ${code}`;
}
