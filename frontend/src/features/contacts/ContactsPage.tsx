import { useNavigate } from 'react-router'
import { graphql } from '../../gql'
import type { ContactsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { contacts } from '../../strings/contacts'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { Page } from '../../ui/Page'
import { COLUMNS } from './columns'
import { rowOf } from './contactRow'

const CONTACTS = graphql(`
  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {
    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...ContactRow_contact }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const connectionIn = (data: ContactsQuery) => data.contacts

export function ContactsPage() {
  const navigate = useNavigate()
  const list = usePages(CONTACTS, { first: 100, custom: false }, connectionIn)
  const rows = list.nodes.map(rowOf)
  return (
    <Page title={contacts.title} fill>
      <DataTable
        label={contacts.title}
        columns={COLUMNS}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name ?? ''}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        onMore={list.more}
        onOpen={(row) => navigate(`/contacts/${row.id}`)}
        empty={<EmptyState title={contacts.empty.title} hint={contacts.empty.hint} />}
      />
    </Page>
  )
}
