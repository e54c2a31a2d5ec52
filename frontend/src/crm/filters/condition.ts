// What somebody filters by, as they say it, and the filter of the schema that it makes.

/** A condition: a field, what is asked of it, and the value, whose shape the operator knows. */
export type Condition = { field: string; operator: string; value: Value }
export type Value = string | number | boolean | string[] | null

/** How several conditions go together. */
export type Match = 'all' | 'any'

/** What is entered for a value. */
export type Entry =
  | 'text'
  | 'number'
  | 'days'
  | 'date'
  | 'choices'
  | 'people'
  | 'tags'
  | 'campaigns'
  | 'senders'
  | 'none'

/** A thing that can be asked of a field: its words, what is entered, and the filter it makes. */
export type Operator = {
  id: string
  label: string
  entry: Entry
  /** What the schema takes for it; undefined while there is nothing to ask for yet. */
  filter: (value: Value, now: Date) => unknown
  /** Whether it asks for all that do not fulfil the filter. */
  negated?: boolean
}

/** A field that can be filtered by: its place in the schema's filter, and what can be asked of it. */
export type FilterField = {
  id: string
  label: string
  group: string
  path: string[]
  /** Makes what the schema takes at the end of the path of what the operator asks; the same unless told. */
  wrap?: (asked: unknown) => unknown
  operators: Operator[]
  options?: { value: string; label: string }[]
}

type Filter = Record<string, unknown>

/** The schema's filter for these conditions; null for none. Conditions that are not filled in yet ask for nothing. */
export function filterOf(fields: FilterField[], conditions: Condition[], match: Match, now: Date): Filter | null {
  const filters = conditions.flatMap((each) => {
    const field = fields.find(({ id }) => id === each.field)
    const operator = field?.operators.find(({ id }) => id === each.operator)
    const asked = operator?.filter(each.value, now)
    if (!field || !operator || asked === undefined) return []
    const filter = nested(field.path, field.wrap ? field.wrap(asked) : asked)
    return [operator.negated ? { not: filter } : filter]
  })
  if (filters.length === 0) return null
  if (match === 'any' && filters.length > 1) return { or: filters }
  return filters.slice(1).reduce<Filter>((all, each) => joined(all, each) ?? { and: [all, each] }, filters[0] as Filter)
}

/** Two filters in one, where they say nothing about the same thing; null where they do. */
function joined(one: Filter, other: Filter): Filter | null {
  const all = { ...one }
  for (const [name, value] of Object.entries(other)) {
    if (!(name in all)) all[name] = value
    else {
      const both = isFilter(all[name]) && isFilter(value) ? joined(all[name], value) : null
      if (both === null) return null
      all[name] = both
    }
  }
  return all
}

function nested(path: string[], value: unknown): Filter {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Filter
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Conditions as they stand in the address: `stage.is.MESSAGE_REPLIED`, lists parted by `|`. */
export function written(condition: Condition): string {
  const { field, operator, value } = condition
  const text = value === null ? '' : Array.isArray(value) ? value.map(escaped).join('|') : escaped(String(value))
  return `${field}.${operator}.${text}`
}

/** The condition that stands in the address; null for one that says nothing here. */
export function parsed(fields: FilterField[], text: string): Condition | null {
  for (const field of fields) {
    if (!text.startsWith(`${field.id}.`)) continue
    const rest = text.slice(field.id.length + 1)
    for (const operator of field.operators) {
      if (!rest.startsWith(`${operator.id}.`)) continue
      return {
        field: field.id,
        operator: operator.id,
        value: valueIn(operator.entry, rest.slice(operator.id.length + 1)),
      }
    }
  }
  return null
}

function valueIn(entry: Entry, text: string): Value {
  switch (entry) {
    case 'none':
      return null
    case 'number':
    case 'days':
      return text === '' || Number.isNaN(Number(text)) ? null : Number(text)
    case 'text':
    case 'date':
      return unescaped(text)
    default:
      return text === '' ? [] : text.split(/(?<!\\)\|/).map(unescaped)
  }
}

function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&')
}

function unescaped(text: string): string {
  return text.replace(/\\([\\|])/g, '$1')
}
