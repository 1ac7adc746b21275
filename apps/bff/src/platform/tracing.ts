import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

export type Tracing = {
  /** Runs work inside a span. Attributes are kinds and codes, never inputs or ids of people. */
  span<T>(name: string, kind: 'server' | 'job', work: (span: Span | undefined) => Promise<T>): Promise<T>;
  /** Sends what is still waiting. */
  stop(): Promise<void>;
};

/** Costs nothing: what runs without a collector. */
export const noTracing: Tracing = {
  span: (_name, _kind, work) => work(undefined),
  stop: async () => undefined,
};

/** OpenTelemetry traces, sent over OTLP/HTTP. The SDK is only loaded when a collector is named. */
export async function startTracing(endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return noTracing;
  const [{ TracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'jena-bff' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: endpoint }) })],
  });
  trace.setGlobalTracerProvider(provider);
  const tracer = provider.getTracer('jena');
  return {
    async span(name, kind, work) {
      const span = tracer.startSpan(name, { kind: kind === 'server' ? SpanKind.SERVER : SpanKind.INTERNAL });
      try {
        return await work(span);
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'unknown',
        });
        throw error;
      } finally {
        span.end();
      }
    },
    stop: () => provider.shutdown(),
  };
}
