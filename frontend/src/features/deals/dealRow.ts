import { type FragmentType, graphql, readFragment } from '../../gql'
import type { DealRow_DealFragment } from '../../gql/graphql'

const DealRow_deal = graphql(`
  fragment DealRow_deal on Deal {
    id version name amount currency stage status expectedClose closedAt lostReason ownerId contactId companyId deletedAt
    createdAt updatedAt
    owner { id name }
    contact { id name }
    company { id name }
  }
`)

/** A deal as board, table and form show it. */
export type DealRow = DealRow_DealFragment

/** A deal of an answer, of which board, table and form read what they show. */
export type DealNode = { id: string } & FragmentType<typeof DealRow_deal>

/** What is shown of a deal of an answer. */
export function dealOf(deal: FragmentType<typeof DealRow_deal>): DealRow {
  return readFragment(DealRow_deal, deal)
}
