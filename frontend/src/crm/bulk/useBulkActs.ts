import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useMemo } from 'react'
import { useAct } from '../useAct'

/** What came of an act on many records. */
export type Report = { changeSetId: string | null; changed: number; failed: number }

/** The records that are meant: those that were picked, or all that fit the filter. */
export type Target<Filter> = { filter: Filter } | { ids: string[] }

/** What can be done with many records of a kind. */
export type BulkActs<Filter> = {
  /** Null where records have no tags. */
  tags: { add: Act<Filter, string[]>; remove: Act<Filter, string[]> } | null
  give: Act<Filter, string | null>
  /** Sets the same fields on all of them. */
  set: Act<Filter, object>
  remove: (target: Target<Filter>) => Promise<Report>
}

type Act<Filter, What> = (target: Target<Filter>, what: What) => Promise<Report>

/**
 * The mutations behind those acts; each answers its numbers as `report`, and no results: a filter may hold two hundred
 * thousand records.
 */
export type BulkDocuments<Filter, Fields extends object> = {
  tags?: { add: Document<Filter, { tags: string[] }>; remove: Document<Filter, { tags: string[] }> }
  give: Document<Filter, { ownerId: string | null }>
  set: Document<Filter, { changes: Fields }>
  remove: Document<Filter, object>
}

type Document<Filter, More> = TypedDocumentNode<{ report: Report }, Target<Filter> & More>

/** The acts that documents describe. They stay the same as long as the documents do. */
export function useBulkActs<Filter, Fields extends object>(documents: BulkDocuments<Filter, Fields>): BulkActs<Filter> {
  const act = useAct()
  return useMemo(() => {
    const { tags, give, set, remove } = documents
    return {
      tags: tags
        ? {
            add: async (target, names) => (await act(tags.add, { ...target, tags: names })).report,
            remove: async (target, names) => (await act(tags.remove, { ...target, tags: names })).report,
          }
        : null,
      give: async (target, ownerId) => (await act(give, { ...target, ownerId })).report,
      set: async (target, changes) => (await act(set, { ...target, changes: changes as Fields })).report,
      remove: async (target) => (await act(remove, target)).report,
    }
  }, [act, documents])
}
