import { type Settable, settableCustom } from '../../crm/bulk/settable'
import type { BulkDocuments } from '../../crm/bulk/useBulkActs'
import { graphql } from '../../gql'
import type { CompanyFields, CompanyFilter } from '../../gql/graphql'
import { companies } from '../../strings/companies'

const { columns: words } = companies

/** What can be done with many companies at once. */
export const BULK: BulkDocuments<CompanyFilter, CompanyFields> = {
  tags: {
    add: graphql(`
      mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {
        report: addTags(ids: $ids, companyFilter: $filter, tags: $tags) {
          changeSetId changed failed problem { code message }
        }
      }
    `),
    remove: graphql(`
      mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {
        report: removeTags(ids: $ids, companyFilter: $filter, tags: $tags) {
          changeSetId changed failed problem { code message }
        }
      }
    `),
  },
  give: graphql(`
    mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {
      report: assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  set: graphql(`
    mutation EditCompanies($ids: [ID!], $filter: CompanyFilter, $changes: CompanyFields!) {
      report: editCompanies(ids: $ids, filter: $filter, changes: $changes) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  remove: graphql(`
    mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {
      report: deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
    }
  `),
}

/** The fields that many companies can be given the same value of, with these custom ones. */
export function settable(customFields: { name: string; label: string }[]): Settable[] {
  return [
    text('industry'),
    text('companyType'),
    text('location'),
    text('revenue'),
    { id: 'numberOfEmployees', label: words.employees, kind: 'whole' },
    ...customFields.map(settableCustom),
  ]
}

function text(id: keyof typeof words & keyof CompanyFields): Settable {
  return { id, label: words[id], kind: 'text' }
}
