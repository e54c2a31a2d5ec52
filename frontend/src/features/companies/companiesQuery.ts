import type { Client } from '@urql/core'
import { askedIn } from '../../crm/list/askedIn'
import { needsCustom } from '../../crm/list/custom'
import { stateIn } from '../../crm/listState'
import { graphql } from '../../gql'
import type { CompaniesQuery, CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { askAhead } from '../../lib/askAhead'
import { rememberedColumns } from '../../ui/columnsChosen'
import { FILTER_FIELDS } from './filterFields'

export const COMPANIES = graphql(`
  query Companies($first: Int!, $after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!) {
    companies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...CompanyRow_company }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100

export const connectionIn = (data: CompaniesQuery) => data.companies

/** What the list is asked for. */
export function variablesOf(filter: CompanyFilter | null, orderBy: CompanyOrder[] | null, columns: readonly string[]) {
  return { first: PAGE, filter, orderBy, custom: needsCustom(columns) }
}

/** Ask for what the list at this address shows `atFirst`. */
export function askForCompanies(client: Client, params: URLSearchParams, atFirst: number) {
  const state = stateIn(params, FILTER_FIELDS)
  const { filter, orderBy } = askedIn<CompanyFilter, CompanyOrder>(FILTER_FIELDS, state)
  // The usual columns are none of custom fields.
  const columns = state.columns ?? rememberedColumns('companies') ?? []
  return askAhead(client, COMPANIES, variablesOf(filter, orderBy, columns), connectionIn, atFirst)
}
