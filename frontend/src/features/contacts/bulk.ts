import { type Settable, settableCustom } from '../../crm/bulk/settable'
import type { BulkDocuments } from '../../crm/bulk/useBulkActs'
import { graphql } from '../../gql'
import type { ContactFields, ContactFilter } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'

const { columns: words } = contacts

/** What can be done with many contacts at once. */
export const BULK: BulkDocuments<ContactFilter, ContactFields> = {
  tags: {
    add: graphql(`
      mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
        report: addTags(ids: $ids, contactFilter: $filter, tags: $tags) {
          changeSetId changed failed problem { code message }
        }
      }
    `),
    remove: graphql(`
      mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
        report: removeTags(ids: $ids, contactFilter: $filter, tags: $tags) {
          changeSetId changed failed problem { code message }
        }
      }
    `),
  },
  give: graphql(`
    mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {
      report: assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  set: graphql(`
    mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {
      report: editContacts(ids: $ids, filter: $filter, changes: $changes) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  remove: graphql(`
    mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {
      report: deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
    }
  `),
}

/** The fields that many contacts can be given the same value of, with these custom ones. */
export function settable(customFields: { name: string; label: string }[]): Settable[] {
  return [
    text('lifecycleStage'),
    { id: 'leadScore', label: words.leadScore, kind: 'number' },
    text('title'),
    { id: 'companyName', label: words.company, kind: 'text' },
    text('industry'),
    text('city'),
    text('country'),
    ...customFields.map(settableCustom),
  ]
}

function text(id: keyof typeof words & keyof ContactFields): Settable {
  return { id, label: words[id], kind: 'text' }
}
