import type { Client } from '@urql/core'
import { graphql } from '../../gql'

export const COMPANY = graphql(`
  query Company($id: ID!) {
    company(id: $id) {
      id name domain version deletedAt lastActivityAt
      ...CompanyHeader_company
      ...EngagementCard_record
      ...CompanyFieldsCard_company
      ...CompanyDeals_company
      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }
      notes(first: 50) { ...NotesCard_notes }
    }
  }
`)

// What is none yet is not in the answer, so its kind must be named for the answer to be asked for again when one is made.
export const CONTEXT = { additionalTypenames: ['Company', 'Task', 'Note', 'Deal'] }

/** Ask for what the page of a company shows. */
export function askForCompany(client: Client, id: string) {
  return client.query(COMPANY, { id }, CONTEXT).toPromise()
}
