import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ContactRow_ContactFragment } from '../../gql/graphql'

const ContactRow_contact = graphql(`
  fragment ContactRow_contact on Contact {
    id version name title companyName email phone tags ownerId lastActivityAt
    company { id name }
    owner { id name }
    engagement { ...EngagementColumns_engagement }
    ... @include(if: $more) {
      mobilePhone linkedinUrl city country industry lifecycleStage leadScore dealValue createdAt updatedAt
    }
    customFields @include(if: $custom) { key value }
  }
`)

/** A contact as the list shows it; with what other columns than the usual ones show, where that was asked for. */
export type ContactRow = ContactRow_ContactFragment

/** A contact of an answer, of which the list reads its row. */
export type ContactNode = { id: string } & FragmentType<typeof ContactRow_contact>

/** What the list shows of a contact of an answer. */
export function rowOf(contact: FragmentType<typeof ContactRow_contact>): ContactRow {
  return readFragment(ContactRow_contact, contact)
}
