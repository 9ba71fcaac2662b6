// Written by hand for what the benchmark uses; the generator's own declarations need its whole toolbox.
interface Attributes {
  readonly attributes: readonly unknown[];
}

interface Span extends Attributes {
  readonly events: readonly Attributes[];
  readonly links: readonly Attributes[];
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

export const oriel: {
  readonly bench: {
    readonly otlp: { readonly ExportTraceServiceRequest: { decode(bytes: Uint8Array): Export } };
  };
};
