import { useMemo } from 'react'
import { useClient } from 'urql'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useCounted } from '../../crm/list/useCounted'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import type { ContactFilter, ContactOrder } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { bulk } from '../../strings/bulk'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { useSaveContact } from './changing'
import { COLUMNS, customColumn } from './columns'
import { type ContactNode, type ContactRow, rowOf } from './contactRow'
import { CONTACT_COUNT, CONTACTS, COUNT_CONTEXT, connectionIn, countIn, variablesOf } from './contactsQuery'
import { everyContact } from './everyContact'
import { FieldPopover } from './FieldPopover'
import { customFilter, FILTER_FIELDS } from './filterFields'
import { useBulkActs, useSetFields } from './useBulkActs'
import { useContactFollowing } from './useContactFollowing'
import { useCustomFields } from './useCustomFields'
import { USUAL } from './usual'

const nameOf = (row: ContactRow) => row.name ?? crm.unnamed
const versionOf = (node: ContactNode) => rowOf(node).version

/** Everybody the company knows or sells to. */
export function ContactsPage() {
  const client = useClient()
  const setFields = useSetFields()
  const customFields = useCustomFields()
  const fields = useMemo(() => [...FILTER_FIELDS, ...customFields.map(customFilter)], [customFields])
  const all = useMemo(
    () => [...COLUMNS, ...customFields.map((each) => customColumn(each.name, each.label))],
    [customFields],
  )
  const asked = useAskedList<ContactFilter, ContactOrder>(fields)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('contacts', all, USUAL, asked.state.columns)
  const variables = variablesOf(filter, orderBy, columns.chosen)
  const { custom } = variables
  const pages = usePages(CONTACTS, variables, connectionIn)
  const list = useCounted(pages, CONTACT_COUNT, !variables.counted, countIn, COUNT_CONTEXT)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  return (
    <RecordListPage
      entity="CONTACT"
      path="/contacts"
      words={contacts}
      fields={fields}
      asked={asked}
      columns={columns}
      list={list}
      rows={rows}
      nameOf={nameOf}
      onEdit={useEdits(list, useSaveContact(custom), nameOf)}
      news={useNews(list, useContactFollowing(filter, custom), versionOf)}
      pages={() => everyContact(client, { filter, orderBy, custom })}
      acts={useBulkActs()}
      moreActs={(run, busy) => (
        <FieldPopover busy={busy} onSet={(changes) => run((target) => setFields(target, changes), bulk.told.edited)} />
      )}
    />
  )
}
