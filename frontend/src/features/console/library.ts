import { createContext, useContext } from 'react'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { done } from '../../lib/done'
import { askFor } from './asking'
import type { SavedQuery } from './savedQueries'

const QueryFields = graphql(`
  fragment QueryFields on SavedQuery {
    id
    title
    description
    document
    variables
    isShared
    isMine
    owner {
      label
    }
  }
`)

const ConsoleLibrary = graphql(`
  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {
    examples {
      ...QueryFields
    }
    savedQueries(first: 200) {
      nodes {
        ...QueryFields
      }
      pageInfo {
        hasNextPage
      }
    }
    savedQuery(id: $asked) @include(if: $isAsked) {
      ...QueryFields
    }
  }
`)

const ConsoleSave = graphql(`
  mutation ConsoleSave($query: SavedQueryFields!) {
    createSavedQuery(query: $query) {
      ... on SavedQueryChanged {
        savedQuery {
          ...QueryFields
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`)

const ConsoleChange = graphql(`
  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {
    updateSavedQuery(id: $id, changes: $changes) {
      ... on SavedQueryChanged {
        savedQuery {
          ...QueryFields
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`)

const ConsoleRemove = graphql(`
  mutation ConsoleRemove($id: ID!) {
    deleteSavedQuery(id: $id) {
      ... on SavedQueryChanged {
        savedQuery {
          id
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`)

/** The queries there are. `asked` is the one that was asked for by id; null if it is not there for whoever asks. */
export type Library = { examples: SavedQuery[]; saved: SavedQuery[]; isCut: boolean; asked: SavedQuery | null }

/** A query as somebody writes it. */
export type Written = Pick<SavedQuery, 'title' | 'description' | 'document' | 'variables' | 'isShared'>

/** Everything there is to start from. Raises NotSignedIn, and Error with the server's words. */
export async function readLibrary(key: string | null, asked: string | null): Promise<Library> {
  const found = await askFor(ConsoleLibrary, { asked: asked ?? '', isAsked: asked !== null }, key)
  return {
    examples: found.examples.map(queryOf),
    saved: found.savedQueries.nodes.map(queryOf),
    isCut: found.savedQueries.pageInfo.hasNextPage,
    asked: found.savedQuery ? queryOf(found.savedQuery) : null,
  }
}

/** Keeps a query on the server. */
export async function saveQuery(written: Written, key: string | null): Promise<SavedQuery> {
  return queryOf(done(await askFor(ConsoleSave, { query: written }, key)).createSavedQuery.savedQuery)
}

/** Changes what a query of one's own holds; what is left out stays. */
export async function changeQuery(id: string, changes: Partial<Written>, key: string | null): Promise<SavedQuery> {
  return queryOf(done(await askFor(ConsoleChange, { id, changes }, key)).updateSavedQuery.savedQuery)
}

/** Takes a query of one's own away. */
export async function removeQuery(id: string, key: string | null): Promise<void> {
  done(await askFor(ConsoleRemove, { id }, key))
}

/** The library as the console's panels share it: `change` does something with it and then reads it again. */
export type Shelf = { library: Library; change: <T>(act: (key: string | null) => Promise<T>) => Promise<T> }

export const ShelfContext = createContext<Shelf | null>(null)

export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext)
  if (shelf === null) throw new Error('There is no library around this part')
  return shelf
}

function queryOf(found: FragmentType<typeof QueryFields>): SavedQuery {
  const { owner, variables, ...fields } = readFragment(QueryFields, found)
  return {
    ...fields,
    description: fields.description ?? null,
    variables: (variables as Record<string, unknown> | null | undefined) ?? null,
    owner: owner?.label ?? null,
  }
}
