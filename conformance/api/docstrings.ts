// Every public name says what it means: each export, and each member of what is exported; functions also show an example, and a
// duration its unit.
//   node conformance/api/docstrings.ts
import { relative } from 'node:path'
import ts from 'typescript'
import { entries, root } from './entries.ts'

const program = ts.createProgram(
  entries.map(({ types }) => types),
  {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  },
)
const checker = program.getTypeChecker()
const seen = new Set<ts.Symbol>()
const faults: string[] = []

function docOf(symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
}

function hasExample(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags(checker).some(({ name }) => name === 'example')
}

function isOurs(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) =>
    /\/packages\/[\w-]+\/(?:dist|src)\//.test(declaration.getSourceFile().fileName),
  )
}

function placeOf(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? []
  if (declaration === undefined) return ''
  const file = declaration.getSourceFile()
  return `${relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1}`
}

/** The members of what is declared as an object, those of its bases included; of a union or a function there are none. */
function membersOf(symbol: ts.Symbol): readonly ts.Symbol[] {
  if (!(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class))) return []
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0
  return isObject ? checker.getPropertiesOfType(type).filter(isOurs) : []
}

function checkMember(owner: string, member: ts.Symbol): void {
  if (seen.has(member) || member.getName().startsWith('~')) return
  seen.add(member)
  const doc = docOf(member)
  const whole = `${owner}.${member.getName().replace(/^__@(\w+)@\d+$/, '[Symbol.$1]')}`
  if (doc === '') faults.push(`${whole} has no docstring (${placeOf(member)})`)
  else if (/(?:Ms|^ms)$/.test(member.getName()) && !/\bmilliseconds?\b|\bms\b/.test(doc))
    faults.push(`${whole} does not say that it is in milliseconds (${placeOf(member)})`)
}

/** What adapters use among each other shows no examples: its reader has the adapters' own code. */
function check(exported: ts.Symbol, isOfAdapters: boolean): void {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
  if (seen.has(symbol) || !isOurs(symbol)) return
  seen.add(symbol)
  const name = exported.getName()
  if (docOf(symbol) === '') faults.push(`${name} has no docstring (${placeOf(symbol)})`)
  if (symbol.flags & ts.SymbolFlags.Function && !isOfAdapters && !hasExample(symbol))
    faults.push(`${name} shows no example (${placeOf(symbol)})`)
  for (const member of membersOf(symbol)) checkMember(name, member)
}

/** Names that users import come first: what they share with adapters is judged as theirs. */
const inOrder = entries.toSorted((a, b) => Number(a.name.endsWith('/adapter')) - Number(b.name.endsWith('/adapter')))

for (const { types, name } of inOrder) {
  const file = program.getSourceFile(types)
  const module = file && checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error(`${name} is not built: pnpm build`)
  for (const exported of checker.getExportsOfModule(module)) check(exported, name.endsWith('/adapter'))
}

if (faults.length === 0) console.log(`${seen.size} public names and members say what they mean.`)
else {
  console.error(faults.toSorted().join('\n'))
  console.error(`\n${faults.length} faults in ${seen.size} public names and members.`)
  process.exitCode = 1
}
