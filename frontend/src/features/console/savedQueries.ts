// Where the panel's queries come from. Nothing else of the console knows.

import { EXAMPLES } from './examples'

/** A query somebody may want again. Its id is what a link to it carries. */
export type SavedQuery = {
  id: string
  title: string
  description: string
  document: string
  variables: Record<string, unknown>
}

/** All queries, in the order they are shown. */
export function savedQueries(): SavedQuery[] {
  return EXAMPLES
}

/** The query that the page's address asks for, with the variables that are in the address, if they are there. */
export function queryInAddress(search: string): SavedQuery | undefined {
  const asked = new URLSearchParams(search)
  const found = savedQueries().find((each) => each.id === asked.get('example'))
  const variables = objectIn(asked.get('variables'))
  return found && variables ? { ...found, variables } : found
}

/** The address that opens the console with this query. */
export function addressOf(query: SavedQuery): string {
  return `/graphiql?${new URLSearchParams({ example: query.id })}`
}

/** Variables as the editor shows them. */
export function variablesText(query: SavedQuery): string {
  return JSON.stringify(query.variables, null, 2)
}

function objectIn(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
