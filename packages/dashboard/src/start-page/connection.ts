/** How programs send traces to the store that a dashboard shows. */
export interface Connection {
  /** Address of the collector, as `https://traces.example.com`. */
  readonly endpoint: string;
  /** The public key; shown on the page. */
  readonly publicKey: string;
  /** The secret key, for pages that only its owner sees. @defaultValue a placeholder to be replaced */
  readonly secretKey?: string | undefined;
}

/** Lines to put into the environment of a program, by kind of client. */
export interface ConnectionLines {
  readonly langfuse: string;
  readonly openTelemetry: string;
}

/** The environment variables that point published SDKs at a collector (reference 3.1). */
export function connectionLines({ endpoint, publicKey, secretKey }: Connection): ConnectionLines {
  const host = endpoint.replace(/\/+$/u, '');
  const secret = secretKey ?? '<your secret key>';
  return {
    langfuse: [
      `LANGFUSE_BASE_URL=${host}`,
      `LANGFUSE_PUBLIC_KEY=${publicKey}`,
      `LANGFUSE_SECRET_KEY=${secret}`,
    ].join('\n'),
    openTelemetry: [
      `OTEL_EXPORTER_OTLP_ENDPOINT=${host}/api/public/otel`,
      // Values of this variable are URL-encoded (OpenTelemetry, "OTLP exporter": headers).
      `OTEL_EXPORTER_OTLP_HEADERS=Authorization=${headerValue(publicKey, secretKey)}`,
    ].join('\n'),
  };
}

function headerValue(publicKey: string, secretKey: string | undefined): string {
  if (secretKey === undefined) return 'Basic%20<base64 of public key:secret key>';
  return encodeURIComponent(`Basic ${btoa(`${publicKey}:${secretKey}`)}`);
}
