import type { Client } from '@urql/core'
import { askedIn } from '../../crm/list/askedIn'
import { needsCustom, needsMore } from '../../crm/list/custom'
import { stateIn } from '../../crm/listState'
import { graphql } from '../../gql'
import type { ContactCountQuery, ContactFilter, ContactOrder, ContactsQuery } from '../../gql/graphql'
import { askAhead } from '../../lib/askAhead'
import { rememberedColumns } from '../../ui/columnsChosen'
import { FILTER_FIELDS } from './filterFields'
import { USUAL } from './usual'

export const CONTACTS = graphql(`
  query Contacts(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ContactFilter
    $orderBy: [ContactOrder!]
    $custom: Boolean!
    $more: Boolean!
    $counted: Boolean!
  ) {
    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      quickCount @include(if: $counted)
      nodes { id ...ContactRow_contact }
      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
    }
  }
`)

export const CONTACT_COUNT = graphql(`
  query ContactCount($filter: ContactFilter) {
    contacts(first: 0, filter: $filter) { totalCount }
  }
`)

// What changes the number is told by its kind, which is not in the answer.
export const COUNT_CONTEXT = { additionalTypenames: ['Contact'] }

const PAGE = 100

export const connectionIn = (data: ContactsQuery) => data.contacts
export const countIn = (data: ContactCountQuery) => data.contacts.totalCount

/** What the list is asked for. All contacts are counted by themselves; those that somebody looks for cost one request. */
export function variablesOf(filter: ContactFilter | null, orderBy: ContactOrder[] | null, columns: readonly string[]) {
  return {
    first: PAGE,
    filter,
    orderBy,
    custom: needsCustom(columns),
    more: needsMore(columns, USUAL),
    counted: filter !== null,
  }
}

/** Ask for what the list at this address shows `atFirst`. */
export function askForContacts(client: Client, params: URLSearchParams, atFirst: number) {
  const state = stateIn(params, FILTER_FIELDS)
  const { filter, orderBy } = askedIn<ContactFilter, ContactOrder>(FILTER_FIELDS, state)
  const columns = state.columns ?? rememberedColumns('contacts') ?? USUAL
  return askAhead(client, CONTACTS, variablesOf(filter, orderBy, columns), connectionIn, atFirst)
}
