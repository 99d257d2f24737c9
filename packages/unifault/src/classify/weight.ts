// What a line takes once it is parsed: sixteen megabytes of empty lists become a quarter of a gigabyte, and end a thread with all its run.

/** A shorter line is never too heavy. */
const lightLine = 1_048_576
/** In words of memory, of eight bytes: 80 MB beside the tables. */
const mostWeight = 10_000_000
const containerWeight = 7
const memberWeight = 2
/** A name that no other object has brings a shape of its own along. */
const nameWeight = 4

const quote = 34
const comma = 44
const colon = 58
const backslash = 92
const [openArray, openObject] = [91, 123]

/** Whether a line has so many values that it is not parsed. Their texts weigh about what they weigh in the line. */
export function isTooHeavy(line: string): boolean {
  if (line.length < lightLine) return false
  let weight = 0
  for (let at = 0; at < line.length; at++) {
    const sign = line.charCodeAt(at)
    if (sign === quote) at = endOfText(line, at)
    else if (sign === openArray || sign === openObject) weight += containerWeight
    else if (sign === comma) weight += memberWeight
    else if (sign === colon) weight += nameWeight
  }
  return weight > mostWeight
}

/** Where the text that begins at a quote ends. */
function endOfText(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) {
    const sign = line.charCodeAt(at)
    if (sign === backslash) at++
    else if (sign === quote) return at
  }
  return line.length
}
