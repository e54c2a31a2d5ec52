import { graphql } from '../../gql'

// Each answers as little as undoing it takes, because a filter may hold many thousands.

export const ADD_TAGS = graphql(`
  mutation TagContacts($ids: [ID!]!, $tags: [String!]!) {
    addTags(ids: $ids, tags: $tags) { changeSetId results { changed problem { code message } } }
  }
`)

export const REMOVE_TAGS = graphql(`
  mutation UntagContacts($ids: [ID!]!, $tags: [String!]!) {
    removeTags(ids: $ids, tags: $tags) { changeSetId results { changed problem { code message } } }
  }
`)

export const ASSIGN_OWNER = graphql(`
  mutation GiveContacts($ids: [ID!]!, $ownerId: ID) {
    assignOwner(ids: $ids, ownerId: $ownerId) { changeSetId results { changed problem { code message } } }
  }
`)

export const DELETE_CONTACTS = graphql(`
  mutation DeleteContacts($ids: [ID!]!) {
    deleteContacts(ids: $ids) { changeSetId results { changed problem { code message } } }
  }
`)

export const RESTORE_CONTACTS = graphql(`
  mutation RestoreContacts($ids: [ID!]!) {
    restoreContacts(ids: $ids) { changeSetId results { changed problem { code message } } }
  }
`)

/** How many go into one call: each of these acts takes more, but a body of more ids than that would be refused. */
export const AT_ONCE = 10_000
