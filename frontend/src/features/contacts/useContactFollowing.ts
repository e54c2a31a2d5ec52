import { useMemo } from 'react'
import { useClient } from 'urql'
import type { Following } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { ContactFilter } from '../../gql/graphql'
import type { ContactNode } from './contactRow'

const SHOWN = graphql(`
  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {
    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }
  }
`)

const FITTING = graphql(`
  subscription FittingContactsChanged($filter: ContactFilter) {
    contactChanged(filter: $filter) { missed id fate }
  }
`)

/** How changes of contacts are listened to: of those that are shown, and of those that fit. */
export function useContactFollowing(filter: ContactFilter | null, custom: boolean): Following<ContactNode> {
  const client = useClient()
  const shown = useMemo<Following<ContactNode>['shown']>(
    () => (ids) => (hear) =>
      client.subscription(SHOWN, { ids, custom }).subscribe(({ data }) => {
        if (data) hear({ ...data.contactChanged, node: data.contactChanged.contact })
      }).unsubscribe,
    [client, custom],
  )
  const fitting = useMemo<Following<ContactNode>['fitting']>(
    () =>
      // Of the deleted ones nothing is told but that they are deleted.
      filter?.deleted
        ? null
        : (hear) =>
            client.subscription(FITTING, { filter }).subscribe(({ data }) => {
              if (data) hear(data.contactChanged)
            }).unsubscribe,
    [client, filter],
  )
  return { shown, fitting }
}
