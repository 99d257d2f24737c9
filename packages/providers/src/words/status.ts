import { type Outcome, categoryOf, outcomes } from './outputs.ts'

/*
 * What an HTTP status leaves room for, set by hand: how often, of a hundred failures with it, who has to act is `auth`,
 * `rate-limit`, `param`, `server`. A status is sent by habit as often as by thought, so none rules anything out.
 */
type Room = readonly [auth: number, rateLimit: number, param: number, server: number]

const anyStatus: Room = [25, 15, 45, 15]

const rooms: Readonly<Record<number, Room>> = {
  400: [17, 5, 74, 4],
  401: [93, 3, 3, 1],
  402: [3, 80, 15, 2],
  403: [72, 16, 9, 3],
  404: [6, 1, 90, 3],
  405: [2, 1, 95, 2],
  406: [5, 2, 90, 3],
  407: [95, 2, 2, 1],
  408: [2, 5, 5, 88],
  409: [5, 3, 90, 2],
  410: [5, 1, 92, 2],
  412: [10, 3, 85, 2],
  413: [1, 10, 88, 1],
  415: [1, 1, 97, 1],
  418: [10, 70, 10, 10],
  419: [70, 10, 15, 5],
  420: [5, 85, 8, 2],
  422: [8, 4, 86, 2],
  423: [25, 10, 60, 5],
  425: [2, 10, 80, 8],
  429: [1, 96, 1.5, 1.5],
  451: [80, 2, 15, 3],
  461: [70, 25, 4, 1],
  500: [8, 6, 10, 76],
  501: [2, 2, 90, 6],
  502: [2, 3, 3, 92],
  503: [2, 16, 3, 79],
  504: [1, 2, 2, 95],
}

/** Which reason within its category a status speaks for or against, in log-odds. */
const finer: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  401: {
    unauthenticated: 0.8,
    'token-invalid': 0.5,
    'token-expired': 0.3,
    'client-invalid': 0.3,
    'permission-denied': -1,
  },
  402: { 'payment-required': 1 },
  403: { 'permission-denied': 0.7, unauthenticated: -1 },
  404: { 'not-found': 1.5 },
  405: { unsupported: 2 },
  408: { timeout: 2 },
  409: { 'already-exists': 0.8, 'in-progress': 0.8, 'precondition-failed': 0.8, 'invalid-parameter': -1 },
  410: { 'not-found': 1 },
  412: { 'precondition-failed': 2 },
  413: { 'out-of-range': 2 },
  415: { unsupported: 2 },
  422: { 'invalid-parameter': 0.5 },
  423: { 'in-progress': 1 },
  429: { throttled: 0.7 },
  451: { 'client-restricted': 1 },
  500: { internal: 0.7 },
  501: { unsupported: 2 },
  502: { unavailable: 1.2 },
  503: { unavailable: 1.2 },
  504: { timeout: 2 },
}

const okFrom400 = -4
/** Below 400 the caller asks because something else says that the call failed. */
const okBelow400 = -1.5
/** How much of a status counts that a code merely imitates: `404`, `40101`. */
const imitated = 0.6
const imitatedLong = 0.35

/** Adds to the scores what the status says, or, below 400, what a code says that imitates one. */
export function addStatus(scores: Float64Array, status: number, code: string): void {
  if (status >= 400) return addRoom(scores, status, 1, okFrom400)
  const digits = /^-?([45]\d\d)(\d{2,3})?$/.exec(code)
  if (digits === null || digits[1] === '400') return
  const number = Number(digits[1])
  if (rooms[number] !== undefined)
    addRoom(scores, number, digits[2] === undefined ? imitated : imitatedLong, okBelow400)
}

function addRoom(scores: Float64Array, status: number, share: number, ofOk: number): void {
  const room = rooms[status] ?? rooms[status >= 500 ? 500 : 400] ?? anyStatus
  const odds = [...room.map((part, category) => share * Math.log(part / (anyStatus[category] ?? 1))), share * ofOk]
  for (let o = 0; o < scores.length; o++) scores[o] = (scores[o] ?? 0) + (odds[categoryOf[o] ?? 0] ?? 0)
  const fine = finer[status]
  for (const reason in fine) {
    const o = outcomes.indexOf(reason as Outcome)
    scores[o] = (scores[o] ?? 0) + share * (fine[reason] ?? 0)
  }
}
