// What somebody filters by, as they say it, and the filter of the schema that it makes.

/** A condition: a field, what is asked of it, and the value, whose shape the operator knows. */
export type Condition = { field: string; operator: string; value: Value }
export type Value = string | number | boolean | string[] | null

/** How several conditions go together. */
export type Match = 'all' | 'any'

/**
 * All that a list is filtered by. A group counts as one condition: among conditions that are all to hold it is fulfilled
 * by any of its own, and the other way round.
 */
export type Asked = { conditions: Condition[]; groups: Condition[][]; match: Match }

export const NOTHING_ASKED: Asked = { conditions: [], groups: [], match: 'all' }

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
  | 'dealStages'
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
  /** Whether it says which list is meant, so that it is asked of the whole filter and never of a part. */
  outermost?: boolean
  options?: { value: string; label: string }[]
}

type Filter = Record<string, unknown>

/**
 * The schema's filter for what is asked, and for what `also` is; null for nothing. Conditions that are not filled in yet ask
 * for nothing.
 */
export function filterOf(fields: FilterField[], asked: Asked, now: Date, also: Filter = {}): Filter | null {
  const { conditions, groups, match } = asked
  const outermost = new Set(fields.filter((each) => each.outermost).map(({ id }) => id))
  const made = (some: Condition[]) => filtersOf(fields, some, now)
  const inner = (some: Condition[]) => made(some.filter((each) => !outermost.has(each.field)))
  const grouped = groups.flatMap((each): Filter[] => {
    const filter = together(inner(each), opposite(match))
    return filter === null ? [] : [filter]
  })
  const [outer] = made(conditions.filter((each) => outermost.has(each.field)).slice(-1))
  const around = { ...also, ...outer }
  const whole = together([...inner(conditions), ...grouped], match)
  if (whole === null) return Object.keys(around).length > 0 ? around : null
  return joined(around, whole) ?? { ...around, and: [whole] }
}

/** How the conditions of a group go together, by how those around it do. */
export function opposite(match: Match): Match {
  return match === 'all' ? 'any' : 'all'
}

function filtersOf(fields: FilterField[], conditions: Condition[], now: Date): Filter[] {
  return conditions.flatMap((each) => {
    const field = fields.find(({ id }) => id === each.field)
    const operator = field?.operators.find(({ id }) => id === each.operator)
    const asked = operator?.filter(each.value, now)
    if (!field || !operator || asked === undefined) return []
    const filter = nested(field.path, field.wrap ? field.wrap(asked) : asked)
    return [operator.negated ? { not: filter } : filter]
  })
}

function together(filters: Filter[], match: Match): Filter | null {
  const [first, ...others] = filters
  if (first === undefined) return null
  if (match === 'any' && others.length > 0) return { or: filters }
  return others.reduce<Filter>((all, each) => joined(all, each) ?? { and: [all, each] }, first)
}

// "Not this and that" is less than "not this, and not that", and none of one kind and of another is none of both.
const KEPT_APART = ['not', 'none']

/** Two filters in one, where they say nothing about the same thing; null where they do. */
function joined(one: Filter, other: Filter): Filter | null {
  const all = { ...one }
  for (const [name, value] of Object.entries(other)) {
    if (!(name in all)) all[name] = value
    else {
      const can = !KEPT_APART.includes(name)
      const both = can && isFilter(all[name]) && isFilter(value) ? joined(all[name], value) : null
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
