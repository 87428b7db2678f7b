import {
  type Context,
  DiagLogLevel,
  diag,
  isSpanContextValid,
  SpanKind as OtelKind,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { allowed, type Facts } from '../log/facts.ts';
import { log } from '../log/log.ts';
import type { Span, SpanKind, Tracer } from './tracer.ts';

const KINDS = { server: OtelKind.SERVER, client: OtelKind.CLIENT, internal: OtelKind.INTERNAL };
const QUIET_MS = 60_000;

/** Where to send to, and how, the exporter reads from the `OTEL_EXPORTER_OTLP_…` settings. */
export function openTelemetryTracer(program: string, ratio: number): Tracer {
  tellOfFailures();
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'integration-hub', 'service.name': program }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('integration-hub');
  return {
    begin(name, kind, facts = {}, { parent, link } = {}) {
      const above = spanContext(parent);
      const beside = spanContext(link);
      const context = above ? trace.setSpanContext(ROOT_CONTEXT, above) : ROOT_CONTEXT;
      const links = beside ? [{ context: beside }] : [];
      const span = new TracedSpan(tracer, tracer.startSpan(name, { kind: KINDS[kind], links }, context));
      span.tell(facts);
      return span;
    },
    stop: () => provider.shutdown().catch(() => {}), // the log has heard why
  };
}

class TracedSpan implements Span {
  readonly #tracer: OtelTracer;
  readonly #span: OtelSpan;

  constructor(tracer: OtelTracer, span: OtelSpan) {
    this.#tracer = tracer;
    this.#span = span;
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.#span.spanContext();
    return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
  }

  get isKept(): boolean {
    return this.#span.isRecording();
  }

  /** Of a request that is not kept nothing is, and the one span says so to whoever is asked. */
  begin(name: string, kind: SpanKind, facts: Facts = {}, startedAt = performance.now()): Span {
    if (!this.isKept) return this;
    const context: Context = trace.setSpan(ROOT_CONTEXT, this.#span);
    const startTime = performance.timeOrigin + startedAt;
    const options = { kind: KINDS[kind], attributes: attributes(facts), startTime };
    return new TracedSpan(this.#tracer, this.#tracer.startSpan(name, options, context));
  }

  tell(facts: Facts): void {
    if (this.isKept) this.#span.setAttributes(attributes(facts));
  }

  end(outcome?: 'failed'): void {
    if (!this.isKept) return;
    if (outcome === 'failed') this.#span.setStatus({ code: SpanStatusCode.ERROR });
    this.#span.end();
  }
}

const attributes = (facts: Facts) =>
  Object.fromEntries(Object.entries(allowed(facts)).map(([key, value]) => [`hub.${key}`, value]));

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Undefined for what is no `traceparent`. */
function spanContext(header: string | string[] | undefined): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(String(header ?? '')) ?? [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

/** What the library says of a failure may quote what it was to send: the log hears that there was one. */
function tellOfFailures(): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const error = (): void => {
    if (performance.now() - toldAt < QUIET_MS) return;
    toldAt = performance.now();
    log.warn('traces cannot be sent to OTEL_EXPORTER_OTLP_ENDPOINT');
  };
  const nothing = (): void => {};
  const logger = { error, warn: nothing, info: nothing, debug: nothing, verbose: nothing };
  diag.setLogger(logger, { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
}
