import { useMemo } from 'react'
import { useClient } from 'urql'
import { useBulkActs } from '../../crm/bulk/useBulkActs'
import { needsCustom } from '../../crm/list/customColumn'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useCustomFields } from '../../crm/list/useCustomFields'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { ContactFilter, ContactOrder, ContactsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { BULK, settable } from './bulk'
import { useSaveContact } from './changing'
import { COLUMNS, USUAL } from './columns'
import { type ContactNode, type ContactRow, rowOf } from './contactRow'
import { everyContact } from './everyContact'
import { FILTER_FIELDS } from './filterFields'
import { useContactFollowing } from './useContactFollowing'

const CONTACTS = graphql(`
  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {
    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...ContactRow_contact }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100
const KNOWN = { fields: FILTER_FIELDS, columns: COLUMNS }
const connectionIn = (data: ContactsQuery) => data.contacts
const nameOf = (row: ContactRow) => row.name ?? crm.unnamed
const versionOf = (node: ContactNode) => rowOf(node).version

/** Everybody the company knows or sells to. */
export function ContactsPage() {
  const client = useClient()
  const known = useCustomFields('CONTACT', KNOWN)
  const asked = useAskedList<ContactFilter, ContactOrder>(known.fields)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('contacts', known.columns, USUAL, asked.state.columns)
  const custom = needsCustom(columns.chosen)
  const list = usePages(CONTACTS, { first: PAGE, filter, orderBy, custom }, connectionIn)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  return (
    <RecordListPage
      entity="CONTACT"
      path="/contacts"
      words={contacts}
      fields={known.fields}
      asked={asked}
      columns={columns}
      list={list}
      rows={rows}
      nameOf={nameOf}
      onEdit={useEdits(list, useSaveContact(custom), nameOf)}
      news={useNews(list, useContactFollowing(filter, custom), versionOf)}
      pages={() => everyContact(client, { filter, orderBy, custom })}
      acts={useBulkActs(BULK)}
      settable={settable(known.customFields)}
    />
  )
}
