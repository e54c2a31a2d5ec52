import type { Settable } from '../../crm/bulk/settable'
import type { BulkDocuments } from '../../crm/bulk/useBulkActs'
import { graphql } from '../../gql'
import type { DealFields, DealFilter, DealStatus } from '../../gql/graphql'
import { deals as words } from '../../strings/deals'

const STATUSES = ['OPEN', 'WON', 'LOST'] as const satisfies DealStatus[]

/** What can be done with many deals at once. */
export const BULK: BulkDocuments<DealFilter, DealFields> = {
  give: graphql(`
    mutation GiveDeals($ids: [ID!], $filter: DealFilter, $ownerId: ID) {
      report: updateDeals(ids: $ids, filter: $filter, changes: { ownerId: $ownerId }) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  set: graphql(`
    mutation EditDeals($ids: [ID!], $filter: DealFilter, $changes: DealFields!) {
      report: updateDeals(ids: $ids, filter: $filter, changes: $changes) {
        changeSetId changed failed problem { code message }
      }
    }
  `),
  remove: graphql(`
    mutation DeleteDeals($ids: [ID!], $filter: DealFilter) {
      report: deleteDeals(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }
    }
  `),
}

/** The fields that many deals can be given the same value of, where these are the stages. */
export function settable(stages: string[]): Settable[] {
  const { columns } = words
  return [
    { id: 'stage', label: columns.stage, kind: 'choice', options: stages.map((value) => ({ value, label: value })) },
    {
      id: 'status',
      label: columns.status,
      kind: 'choice',
      required: true,
      options: STATUSES.map((value) => ({ value, label: words.status[value] })),
    },
    { id: 'expectedClose', label: columns.expectedClose, kind: 'date' },
  ]
}
