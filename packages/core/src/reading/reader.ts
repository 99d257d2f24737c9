/** Makes a value of a body that is not JSON. A bundle pays only for the readers that its providers name. */
export interface Reader {
  readonly name: string
  /** Text → value, or undefined when the text is not of this form. Never throws, linear in the text. */
  read?(text: string): unknown
  /** Bytes → text, for an encoding that the content type does not declare; undefined when they are not of it. */
  decode?(bytes: Uint8Array): string | undefined
}
