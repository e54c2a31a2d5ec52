import { useMemo } from 'react'
import { useClient } from 'urql'
import { useBulkActs } from '../../crm/bulk/useBulkActs'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useCounted } from '../../crm/list/useCounted'
import { useCustomFields } from '../../crm/list/useCustomFields'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import type { ContactFilter, ContactOrder } from '../../gql/graphql'
import { rowsInSight } from '../../lib/rowsInSight'
import { usePages } from '../../lib/usePages'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { BULK, settable } from './bulk'
import { useSaveContact } from './changing'
import { COLUMNS } from './columns'
import { type ContactNode, type ContactRow, rowOf } from './contactRow'
import { CONTACT_COUNT, CONTACTS, COUNT_CONTEXT, connectionIn, countIn, variablesOf } from './contactsQuery'
import { everyContact } from './everyContact'
import { FILTER_FIELDS } from './filterFields'
import { useContactFollowing } from './useContactFollowing'
import { USUAL } from './usual'

const KNOWN = { list: 'contacts', fields: FILTER_FIELDS, columns: COLUMNS }
const nameOf = (row: ContactRow) => row.name ?? crm.unnamed
const versionOf = (node: ContactNode) => rowOf(node).version

/** Everybody the company knows or sells to. */
export function ContactsPage() {
  const client = useClient()
  const known = useCustomFields('CONTACT', KNOWN)
  const asked = useAskedList<ContactFilter, ContactOrder>(known.fields)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('contacts', known.columns, USUAL, asked.state.columns)
  const variables = variablesOf(filter, orderBy, columns.chosen)
  const { custom } = variables
  const pages = usePages(CONTACTS, variables, connectionIn, rowsInSight())
  const list = useCounted(pages, CONTACT_COUNT, filter, countIn, COUNT_CONTEXT)
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
      pages={(every) => everyContact(every, client, { filter, orderBy, custom })}
      acts={useBulkActs(BULK)}
      settable={settable(known.customFields)}
    />
  )
}
