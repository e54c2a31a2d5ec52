import { useMemo } from 'react'
import { useClient } from 'urql'
import type { Following } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { CompanyFilter } from '../../gql/graphql'
import type { CompanyNode } from './companyRow'

const SHOWN = graphql(`
  subscription ShownCompaniesChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {
    companyChanged(ids: $ids) { missed id fate company { id ...CompanyRow_company } }
  }
`)

const FITTING = graphql(`
  subscription FittingCompaniesChanged($filter: CompanyFilter) {
    companyChanged(filter: $filter) { missed id fate }
  }
`)

/** How changes of companies are listened to: of those that are shown, and of those that fit. */
export function useCompanyFollowing(filter: CompanyFilter | null, custom: boolean): Following<CompanyNode> {
  const client = useClient()
  const shown = useMemo<Following<CompanyNode>['shown']>(
    () => (ids) => (hear) =>
      client.subscription(SHOWN, { ids, custom }).subscribe(({ data }) => {
        if (data) hear({ ...data.companyChanged, node: data.companyChanged.company })
      }).unsubscribe,
    [client, custom],
  )
  const fitting = useMemo<Following<CompanyNode>['fitting']>(
    () =>
      // Of the deleted ones nothing is told but that they are deleted.
      filter?.deleted
        ? null
        : (hear) =>
            client.subscription(FITTING, { filter }).subscribe(({ data }) => {
              if (data) hear(data.companyChanged)
            }).unsubscribe,
    [client, filter],
  )
  return { shown, fitting }
}
