import { graphql } from '../../gql'

// Of each the numbers are asked for, and no results: a filter may hold two hundred thousand.

export const ADD_TAGS = graphql(`
  mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
    addTags(ids: $ids, contactFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

export const REMOVE_TAGS = graphql(`
  mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {
    removeTags(ids: $ids, contactFilter: $filter, tags: $tags) { changeSetId changed failed problem { code message } }
  }
`)

export const ASSIGN_OWNER = graphql(`
  mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {
    assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) { changeSetId changed failed problem { code message } }
  }
`)

export const EDIT_CONTACTS = graphql(`
  mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {
    editContacts(ids: $ids, filter: $filter, changes: $changes) { changeSetId changed failed problem { code message } }
  }
`)

export const DELETE_CONTACTS = graphql(`
  mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {
    deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
  }
`)
