import { ofRows, type TableRule } from './rule.ts'

/** A file at a commit, or of a package's version. */
export function isPublishedList(source: string): boolean {
  return /^(?:names )?(?:[\w.-]+\/[\w.-]+@[0-9a-f]{7,40} \S.*|https:\/\/unpkg\.com\/\S+@\d\S*\/\S+)$/.test(source)
}

/** `seed:000`, a URL, or `owner/repo@commit path`, the last two after `names ` where a list has bare names. */
function isSource(source: string): boolean {
  const cited = source.replace(/^names /, '')
  return (
    /^seed:00[0-4]$/.test(source) || (/^https?:\/\/\S+$/.test(cited) && URL.canParse(cited)) || isPublishedList(source)
  )
}

/** A row says where it comes from, each source once. */
export const sources: TableRule = {
  check: ofRows(({ source }) => {
    if (source === '') return ['has no source']
    const all = source.split('; ')
    return [
      ...all
        .filter((one) => !isSource(one))
        .map((one) => `has the source ${JSON.stringify(one)}, expected seed:000, a URL, or owner/repo@commit path`),
      ...(new Set(all).size < all.length ? ['names a source twice'] : []),
    ]
  }),
  fix: (rows) => rows.map((row) => ({ ...row, source: [...new Set(row.source.split('; '))].join('; ') })),
}
