const texty =
  /^\s*(?:application\/(?:[\w.+-]+\+)?(?:json|xml)|application\/x-amz-json-[\d.]+|application\/(?:x-)?javascript|application\/x-www-form-urlencoded|text\/(?:json|plain|html|xml|javascript))\s*(?:;|$)/i

/** Whether bodies of a media type are texts that may tell an error. Not event streams, NDJSON, multipart or binary types. */
export function isTexty(mediaType: string): boolean {
  return texty.test(mediaType)
}
