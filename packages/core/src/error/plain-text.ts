/**
 * C0 and C1 controls with whole ANSI and OSC sequences (CWE-150), soft hyphen, zero-width and bidi characters (CVE-2021-42574),
 * line and paragraph separators, interlinear annotation, byte order mark, variation selectors' supplement and tag characters.
 */
const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are what must go
  /\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu

/** A provider's text as one printable, well-formed line. Runs of what was taken out leave one space. */
export function plainText(text: string): string {
  return text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim().toWellFormed()
}
