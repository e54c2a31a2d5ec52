import type { Client } from '@urql/core'
import { graphql } from '../../gql'

export const CONTACT = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      id name version deletedAt lastActivityAt
      ...ContactHeader_contact
      ...EngagementCard_record
      ...ContactFieldsCard_contact
      ...ContactRelations_contact
      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }
      notes(first: 50) { ...NotesCard_notes }
    }
  }
`)

// What is none yet is not in the answer, so its kind must be named for the answer to be asked for again when one is made.
export const CONTEXT = { additionalTypenames: ['Contact', 'Task', 'Note', 'Deal'] }

/** Ask for what the page of a contact shows. */
export function askForContact(client: Client, id: string) {
  return client.query(CONTACT, { id }, CONTEXT).toPromise()
}
