import type { Client } from '@urql/core'
import { askedIn } from '../../crm/list/askedIn'
import { needsCustom, needsMore } from '../../crm/list/custom'
import { stateIn } from '../../crm/listState'
import { graphql } from '../../gql'
import type { CompaniesQuery, CompanyCountQuery, CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { askAhead } from '../../lib/askAhead'
import { rememberedColumns } from '../../ui/columnsChosen'
import { FILTER_FIELDS } from './filterFields'
import { USUAL } from './usual'

export const COMPANIES = graphql(`
  query Companies(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CompanyFilter
    $orderBy: [CompanyOrder!]
    $custom: Boolean!
    $more: Boolean!
    $counted: Boolean!
  ) {
    companies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      quickCount @include(if: $counted)
      nodes { id ...CompanyRow_company }
      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
    }
  }
`)

export const COMPANY_COUNT = graphql(`
  query CompanyCount($filter: CompanyFilter) {
    companies(first: 0, filter: $filter) { totalCount }
  }
`)

// What changes the number is told by its kind, which is not in the answer.
export const COUNT_CONTEXT = { additionalTypenames: ['Company'] }

const PAGE = 100

export const connectionIn = (data: CompaniesQuery) => data.companies
export const countIn = (data: CompanyCountQuery) => data.companies.totalCount

/** What the list is asked for. All companies are counted by themselves; those that somebody looks for cost one request. */
export function variablesOf(filter: CompanyFilter | null, orderBy: CompanyOrder[] | null, columns: readonly string[]) {
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
export function askForCompanies(client: Client, params: URLSearchParams, atFirst: number) {
  const state = stateIn(params, FILTER_FIELDS)
  const { filter, orderBy } = askedIn<CompanyFilter, CompanyOrder>(FILTER_FIELDS, state)
  const columns = state.columns ?? rememberedColumns('companies') ?? USUAL
  return askAhead(client, COMPANIES, variablesOf(filter, orderBy, columns), connectionIn, atFirst)
}
