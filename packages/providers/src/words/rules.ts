/** Numbers of the rules that match. */
export function matchingRules(_text: string): number[] {
  return []
}
