/** A map that forgets what was put in first, so that hosts, users or keys without end take no memory without end. */
export class BoundedMap<V> extends Map<string, V> {
  override set(key: string, value: V): this {
    if (this.size > 9999 && !this.has(key)) this.delete(this.keys().next().value as string)
    return super.set(key, value)
  }
}
