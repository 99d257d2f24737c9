const months = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** IMF-fixdate, RFC 850 and asctime: the three forms of RFC 9110 section 5.6.7. */
const forms = [
  /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/i,
  /^\w{6,9}, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/i,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4})$/i,
]

/** An HTTP-date as milliseconds since the epoch, or undefined. A two-digit year more than 50 years ahead is in the past century. */
export function parseHttpDate(text: string, now: number): number | undefined {
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts === undefined) continue
    const month = months.indexOf((parts['month'] as string).toLowerCase())
    if (month < 0 || month % 3 !== 0) return undefined
    let year = Number(parts['year'])
    if (parts['year']?.length === 2) {
      const thisYear = new Date(now).getUTCFullYear()
      year += thisYear - (thisYear % 100)
      if (year > thisYear + 50) year -= 100
    }
    const [day, hour, minute, second] = [parts['day'], parts['hour'], parts['minute'], parts['second']].map(Number) as [
      number,
      number,
      number,
      number,
    ]
    const time = Date.UTC(year, month / 3, day, hour, minute, second)
    return new Date(time).getUTCDate() === day && hour < 24 && minute < 60 && second < 61 ? time : undefined
  }
  return undefined
}
