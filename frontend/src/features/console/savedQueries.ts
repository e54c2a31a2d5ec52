// Queries that people keep on the server, and those that come with it.

import { type DocumentNode, type OperationDefinitionNode, parse, valueFromASTUntyped } from 'graphql'

/** A query somebody may want again. Its id is what a link to it carries. */
export type SavedQuery = {
  id: string
  title: string
  description: string | null
  document: string
  variables: Record<string, unknown> | null
  isShared: boolean
  isMine: boolean
  /** Who saved it; null for one that comes with the server. */
  owner: string | null
}

/** What the page's address asks for: a query by id, or a document itself; and variables in place of its own. */
export type Asked = { id: string | null; document: string | null; variables: Record<string, unknown> | null }

/** What the page's address asks for; null if that is nothing. */
export function askedIn(search: string): Asked | null {
  const given = new URLSearchParams(search)
  const id = given.get('query') || null
  const document = id === null ? given.get('document') || null : null
  return id || document ? { id, document, variables: objectIn(given.get('variables')) } : null
}

/** The address that opens the console with this query, and with variables where they are not its own. */
export function addressOf(query: SavedQuery, variables?: string): string {
  const address = new URLSearchParams({ query: query.id })
  const own = objectIn(variables ?? null)
  if (own !== null && JSON.stringify(own) !== JSON.stringify(variablesOf(query))) {
    address.set('variables', JSON.stringify(own))
  }
  return `/graphiql?${address}`
}

/** The variables to start with: the saved ones, and the defaults that the document names for others. */
export function variablesOf(query: SavedQuery): Record<string, unknown> {
  return { ...defaultsIn(query.document), ...query.variables }
}

/** Variables as the editor shows them. */
export function variablesText(variables: Record<string, unknown>): string {
  return JSON.stringify(variables, null, 2)
}

/** Whether nothing is lost when the editor's text goes: it is blank, a comment, or one of the queries as it came. */
export function isDisposable(text: string, queries: SavedQuery[]): boolean {
  const said = text.replace(/^\s*#.*$/gm, '').trim()
  return said === '' || queries.some((query) => query.document === text)
}

/** A name for a query that has none yet, from the name of its operation: `RepliesByMonth` is "Replies by month". */
export function titleFor(document: string): string {
  const name = operationIn(document)?.name?.value ?? ''
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

/** An object that a text holds; null for any other text. */
export function objectIn(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}

function defaultsIn(document: string): Record<string, unknown> {
  const defaults: Record<string, unknown> = {}
  for (const { variable, defaultValue } of operationIn(document)?.variableDefinitions ?? []) {
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue)
  }
  return defaults
}

function operationIn(document: string): OperationDefinitionNode | undefined {
  let parsed: DocumentNode
  try {
    parsed = parse(document)
  } catch {
    return undefined // what is being written is not a document yet
  }
  return parsed.definitions.find((each) => each.kind === 'OperationDefinition')
}
