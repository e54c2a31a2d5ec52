import type { Palette_EdgeFragment } from '../gql/graphql'
import { app } from '../strings/app'

/** A piece of a text, and whether it is what was looked for. */
export type Part = { text: string; isMatch: boolean }

type Told = { name: Part[]; facts: Part[][] }
type Found = Palette_EdgeFragment['node']
type Highlights = Palette_EdgeFragment['highlights']

/** What is told of a record that was found: its name, and what tells it from others, with what was looked for marked. */
export function toldOf(record: Found, highlights: Highlights): Told {
  switch (record.__typename) {
    case 'Contact':
      return told(
        highlights,
        ['NAME', record.name],
        [
          ['TITLE', record.title],
          ['COMPANY_NAME', record.companyName],
          ['EMAIL', record.title || record.companyName ? null : record.email],
        ],
      )
    case 'Company':
      return told(
        highlights,
        ['NAME', record.name ?? record.domain],
        [
          ['DOMAIN', record.name ? record.domain : null],
          ['INDUSTRY', record.industry],
        ],
      )
    case 'Deal':
      return told(
        highlights,
        ['NAME', record.called],
        [
          ['', record.stage],
          ['', record.contact?.name],
        ],
      )
    case 'Task':
      return told(
        highlights,
        ['SUBJECT', record.subject],
        [
          ['', record.completed ? app.palette.done : null],
          ['', record.contact?.name],
        ],
      )
    default:
      return told(highlights, ['', null], [])
  }
}

type Fact = [field: string, text: string | null | undefined]

/** Where nothing that is told holds a word that was found, the fields that do are told too: they say why it was found. */
function told(highlights: Highlights, name: Fact, facts: Fact[]): Told {
  const marked = new Map<string, Part[]>(highlights.map(({ field, parts }) => [field, parts]))
  const parts = ([field, text]: Fact): Part[] => {
    if (!text) return []
    const found = marked.get(field)
    marked.delete(field)
    return found ?? [{ text, isMatch: false }]
  }
  const first = parts(name)
  const rest = facts.map(parts).filter((each) => each.length > 0)
  const isMarked = [first, ...rest].some((each) => each.some(({ isMatch }) => isMatch))
  return {
    name: first.length > 0 ? first : [{ text: app.palette.unnamed, isMatch: false }],
    facts: [...rest, ...(isMarked ? [] : marked.values())],
  }
}
