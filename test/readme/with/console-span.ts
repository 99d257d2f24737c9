/** A span of `@opentelemetry/api` that prints. */
export const span = {
  setAttributes: (attributes: Record<string, string | number | boolean>): void =>
    console.log(attributes['error.type'], attributes['unifault.code']),
  recordException: ({ name, message }: { name: string; message: string }): void => console.log(`${name}: ${message}`),
  setStatus: (status: { code: number }): void => console.log('status', status.code),
}
