import { exactText } from './exactJson'

/** A list of objects found in an answer, laid out in columns. `path` says where it was, such as `contacts.nodes`. */
export type Table = { path: string; columns: string[]; rows: unknown[][] }

type Json = Record<string, unknown>

/**
 * The lists of objects in an answer's data, the longest first. Objects inside a row become columns such as
 * `company.name`; lists inside a row stay in one cell. A list of edges is a list of their nodes, with the cursors left out.
 * The keys of a group become columns named by what was grouped by, such as `OWNER`.
 */
export function findTables(data: unknown): Table[] {
  const tables: Table[] = []
  const seen = new Set<string>()
  const visit = (value: unknown, path: string[]) => {
    if (isObject(value)) {
      // Both say the same; one table is enough.
      const skipped = Array.isArray(value.nodes) && Array.isArray(value.edges) ? 'edges' : undefined
      for (const [name, each] of Object.entries(value)) if (name !== skipped) visit(each, [...path, name])
    } else if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
      const name = path.join('.')
      if (!seen.has(name)) {
        seen.add(name)
        tables.push(toTable(name, value))
      }
    }
  }
  visit(data, [])
  return tables.sort((one, other) => other.rows.length - one.rows.length)
}

function toTable(path: string, list: Json[]): Table {
  const flat = list.map((each) => {
    const row = new Map<string, unknown>()
    flatten(isObject(each.node) && path.endsWith('edges') ? each.node : each, '', row)
    return row
  })
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  // An object that is null in one row and there in another: its fields are the columns.
  const isEmpty = (name: string) => flat.every((row) => (row.get(name) ?? null) === null)
  const columns = names.filter((name) => !(isEmpty(name) && names.some((other) => other.startsWith(`${name}.`))))
  return { path, columns, rows: flat.map((row) => columns.map((name) => row.get(name))) }
}

function flatten(value: Json, prefix: string, row: Map<string, unknown>) {
  for (const [name, each] of Object.entries(value)) {
    if (isObject(each)) flatten(each, `${prefix}${name}.`, row)
    else if (isKeys(name, each)) flattenKeys(each, row)
    else row.set(`${prefix}${name}`, each)
  }
}

/** A key is one column where one thing of it was asked for; value and label are two, such as `OWNER` and `OWNER.value`. */
function flattenKeys(keys: Json[], row: Map<string, unknown>) {
  keys.forEach(({ field, __typename, ...told }, index) => {
    const column = typeof field === 'string' ? field : `key ${index + 1}`
    const names = Object.keys(told)
    const first = 'label' in told ? 'label' : names[0]
    for (const name of names) row.set(name === first ? column : `${column}.${name}`, told[name])
  })
}

function isKeys(name: string, value: unknown): value is Json[] {
  return (
    name === 'keys' &&
    Array.isArray(value) &&
    value.every((each) => isObject(each) && ('label' in each || 'value' in each))
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && exactText(value) === undefined
}
