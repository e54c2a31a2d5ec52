import { useMemo } from 'react'
import type { BulkActs } from '../../crm/bulk/BulkBar'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { CompanyFilter } from '../../gql/graphql'

// Of each the numbers are asked for, and no results: a filter may hold two hundred thousand.

const ADD_TAGS = graphql(`
  mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {
    addTags(ids: $ids, companyFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

const REMOVE_TAGS = graphql(`
  mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {
    removeTags(ids: $ids, companyFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

const ASSIGN_OWNER = graphql(`
  mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {
    assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) { changeSetId changed failed problem { code message } }
  }
`)

const DELETE_COMPANIES = graphql(`
  mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {
    deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
  }
`)

/** What can be done with many companies at once. */
export function useBulkActs(): BulkActs<CompanyFilter> {
  const act = useAct()
  return useMemo(
    () => ({
      addTags: async (target, tags) => (await act(ADD_TAGS, { ...target, tags })).addTags,
      removeTags: async (target, tags) => (await act(REMOVE_TAGS, { ...target, tags })).removeTags,
      give: async (target, ownerId) => (await act(ASSIGN_OWNER, { ...target, ownerId })).assignOwner,
      remove: async (target) => (await act(DELETE_COMPANIES, target)).deleteCompanies,
    }),
    [act],
  )
}
