import { useCallback, useMemo } from 'react'
import type { BulkActs, Target } from '../../crm/bulk/BulkBar'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { ContactFields, ContactFilter } from '../../gql/graphql'

// Of each the numbers are asked for, and no results: a filter may hold two hundred thousand.

const ADD_TAGS = graphql(`
  mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
    addTags(ids: $ids, contactFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

const REMOVE_TAGS = graphql(`
  mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
    removeTags(ids: $ids, contactFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

const ASSIGN_OWNER = graphql(`
  mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {
    assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) { changeSetId changed failed problem { code message } }
  }
`)

const EDIT_CONTACTS = graphql(`
  mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {
    editContacts(ids: $ids, filter: $filter, changes: $changes) { changeSetId changed failed problem { code message } }
  }
`)

const DELETE_CONTACTS = graphql(`
  mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {
    deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
  }
`)

/** What can be done with many contacts at once. */
export function useBulkActs(): BulkActs<ContactFilter> {
  const act = useAct()
  return useMemo(
    () => ({
      addTags: async (target, tags) => (await act(ADD_TAGS, { ...target, tags })).addTags,
      removeTags: async (target, tags) => (await act(REMOVE_TAGS, { ...target, tags })).removeTags,
      give: async (target, ownerId) => (await act(ASSIGN_OWNER, { ...target, ownerId })).assignOwner,
      remove: async (target) => (await act(DELETE_CONTACTS, target)).deleteContacts,
    }),
    [act],
  )
}

/** Sets the same fields on many contacts. */
export function useSetFields() {
  const act = useAct()
  return useCallback(
    async (target: Target<ContactFilter>, changes: ContactFields) =>
      (await act(EDIT_CONTACTS, { ...target, changes })).editContacts,
    [act],
  )
}
