// What a recoverer does, as metrics of OpenTelemetry: repetitions by reason, refreshes, cool-downs.
import { toOtelAttributes } from '@unifault/core'
import { generic } from '@unifault/providers/generic'
import { coolDown, createRecovery, refresh, repeat } from '@unifault/recovery'
import { wrapFetch } from '@unifault/fetch'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter })
const meter = new MeterProvider({ readers: [reader] }).getMeter('shop')
const retries = meter.createCounter('api.retries', { description: 'Requests that were sent again' })
const gaveUp = meter.createCounter('api.gave_up', { description: 'Requests that were not sent again, by the reason' })
const refreshes = meter.createHistogram('api.refresh.duration', { unit: 's' })
const coolDowns = meter.createCounter('api.cool_downs', { description: 'Times that a provider said wait' })

const recovery = createRecovery({
  repeat: repeat(),
  coolDown: coolDown(),
  refresh: refresh({ current: () => 'old', apply() {}, refresh: async () => 'new' }),
  onRetry({ repeat, because, error, resendCount }) {
    const attributes = { because, 'http.request.resend_count': resendCount, ...toOtelAttributes(error).metric }
    ;(repeat ? retries : gaveUp).add(1, attributes)
  },
  onRefresh({ outcome, durationMs }) {
    if (outcome !== 'started') refreshes.record(durationMs / 1000, { outcome })
  },
  onCoolDown({ outcome }) {
    if (outcome === 'held') coolDowns.add(1)
  },
})

// Stands for the network.
const answers = [
  Response.json({}, { status: 503 }),
  Response.json({}, { status: 429, headers: { 'retry-after': '1' } }),
  Response.json({}, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
  Response.json({ data: 'fine' }),
]
const api = wrapFetch(async () => answers.shift() as Response, generic)
await recovery(() => api('https://api.example.com/orders'), { place: 'example' })

await reader.forceFlush()
for (const { metrics } of exporter.getMetrics()[0]?.scopeMetrics ?? [])
  for (const { descriptor, dataPoints } of metrics)
    for (const { attributes, value } of dataPoints)
      console.log(
        descriptor.name,
        attributes['because'] ?? attributes['outcome'] ?? '',
        typeof value === 'number' ? value : value.count,
      )
await reader.shutdown()
// prints: api.retries transient 1
// prints: api.retries wait 1
// prints: api.retries refreshed 1
// prints: api.refresh.duration succeeded 1
// prints: api.cool_downs  1
