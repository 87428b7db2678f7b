import type { Tracer } from './tracer.ts';

/**
 * Traces go where `OTEL_EXPORTER_OTLP_ENDPOINT` says, of the part of all requests that `OTEL_TRACES_SAMPLER_ARG` says.
 * Without an endpoint there is no tracer, and nothing of OpenTelemetry is even loaded.
 */
export async function startTracing(program: string, environment = process.env): Promise<Tracer | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  if (!all && !traces) return undefined;
  const ratio = Number(environment.OTEL_TRACES_SAMPLER_ARG || 1);
  if (!(ratio >= 0 && ratio <= 1)) {
    throw new Error(`OTEL_TRACES_SAMPLER_ARG=${environment.OTEL_TRACES_SAMPLER_ARG} is no number from 0 to 1.`);
  }
  const { openTelemetryTracer } = await import('./open-telemetry-tracer.ts');
  return openTelemetryTracer(program, ratio);
}
