/** Such as `中文：[zh/recovery.md](zh/recovery.md)`. */
const otherLanguage = /[ ]*(?:中文(?:说明)?|English)\s*[:：]\s*\[[^\]]*\]\([^)]*\)[.。]?/

/** A document without the comments by which its examples are tested, and without its link to the other language: the site has a switch. */
export function plain(text: string): string {
  return text
    .replace(/^<!-- with:[^\n]*-->\n+/gm, '')
    .replace(otherLanguage, '')
    .trim()
}
