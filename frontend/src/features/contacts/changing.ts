import { graphql } from '../../gql'

/** Sets fields of contacts. */
export const UPDATE_CONTACTS = graphql(`
  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!) {
    updateContacts(updates: $updates) {
      changeSetId
      results { id problem { code message } contact { id ...ContactRow_contact } }
    }
  }
`)
