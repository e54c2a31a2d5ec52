import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import Search from 'lucide-react/icons/search'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useClient } from 'urql'
import { BulkBar } from '../../crm/bulk/BulkBar'
import { ExportButton } from '../../crm/ExportButton'
import { filterOf, NOTHING_ASKED } from '../../crm/filters/condition'
import { FilterBar } from '../../crm/filters/FilterBar'
import { useListState } from '../../crm/useListState'
import { useMay } from '../../crm/Viewer'
import { SavedViews } from '../../crm/views/SavedViews'
import { graphql } from '../../gql'
import type { ContactFilter, ContactOrder, ContactsQuery } from '../../gql/graphql'
import { keep, kept } from '../../lib/kept'
import { usePages } from '../../lib/usePages'
import { bulk } from '../../strings/bulk'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { ColumnChooser } from '../../ui/ColumnChooser'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import styles from './ContactsPage.module.css'
import { needsCustom } from './columns'
import { rowOf } from './contactRow'
import { everyContact } from './everyContact'
import { FieldPopover } from './FieldPopover'
import { customFilter, FILTER_FIELDS } from './filterFields'
import { useBulkActs, useSetFields } from './useBulkActs'
import { useColumns, useCustomFields } from './useColumns'
import { useContactEdits } from './useContactEdits'
import { useContactNews } from './useContactNews'

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
const TYPING_MS = 180
const COLUMNS_KEPT = 'contacts.columns'
const connectionIn = (data: ContactsQuery) => data.contacts

/** Everybody the company knows or sells to: found, filtered, put in order, edited in place, one or many at a time. */
export function ContactsPage() {
  const navigate = useNavigate()
  const client = useClient()
  const acts = useBulkActs()
  const setFields = useSetFields()
  const mayWrite = useMay('WRITE')
  const customFields = useCustomFields()
  const fields = useMemo(() => [...FILTER_FIELDS, ...customFields.map(customFilter)], [customFields])
  const [state, change] = useListState(fields)
  const [typed, setTyped] = useState(state.text)
  const [text] = useDebouncedValue(typed, TYPING_MS)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState(false)

  // The field follows the address, when a view is opened or somebody goes back, and the address follows the field.
  useEffect(() => setTyped(state.text), [state.text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is to be written into the address
  useEffect(() => {
    if (text !== state.text && text === typed) change({ text })
  }, [text])

  const { conditions, groups, match, order } = state
  const filter = useMemo(() => {
    const asked = filterOf(fields, { conditions, groups, match }, new Date()) as ContactFilter | null
    return state.text.trim() === '' ? asked : { ...asked, text: state.text.trim() }
  }, [fields, conditions, groups, match, state.text])
  const orderBy = useMemo(() => (order ? [order as ContactOrder] : null), [order])

  const [remembered, setRemembered] = useState(() => kept<string[]>(COLUMNS_KEPT))
  const chosen = state.columns ?? remembered
  const custom = needsCustom(chosen ?? [])
  const list = usePages(CONTACTS, { first: PAGE, filter, orderBy, custom }, connectionIn)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  const edit = useContactEdits(list, custom)
  const news = useContactNews(list, filter, custom)
  const told = contacts.news(news)
  const columns = useColumns(chosen, mayWrite, edit)

  const select = useCallback((ids: Set<string>) => {
    setSelected(ids)
    setWhole(false)
  }, [])
  const clear = useCallback(() => select(new Set()), [select])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen of other rows is not meant any more
  useEffect(clear, [filter, clear])

  const choose = (ids: string[] | null) => {
    keep(COLUMNS_KEPT, ids)
    setRemembered(ids)
    change({ columns: ids })
  }
  const isNarrowed = filter !== null
  const empty = list.error ? (
    <ErrorNote error={list.error} onRetry={list.reload} />
  ) : isNarrowed ? (
    <EmptyState
      title={contacts.noneFound.title}
      hint={contacts.noneFound.hint}
      action={
        <Button variant="default" onClick={() => change({ ...NOTHING_ASKED, text: '', view: null })}>
          {contacts.noneFound.clear}
        </Button>
      }
    />
  ) : (
    <EmptyState title={contacts.empty.title} hint={contacts.empty.hint} />
  )
  return (
    <Page
      title={contacts.title}
      count={
        <>
          {list.total !== undefined && contacts.total(list.total)}
          <span role="status">
            {told !== '' && (
              <Button variant="light" size="compact-sm" className={styles.news ?? ''} onClick={news.reload}>
                {told}
              </Button>
            )}
          </span>
        </>
      }
      fill
      actions={
        <>
          <SavedViews entity="CONTACT" state={state} filter={filter} onOpen={change} />
          <ColumnChooser columns={columns.all} shown={columns.ids} onChange={choose} />
          <ExportButton
            columns={columns.shown}
            pages={() => everyContact(client, { filter, orderBy, custom })}
            file={contacts.file}
            some={contacts.some}
          />
        </>
      }
      bar={
        <>
          <TextInput
            type="search"
            className={styles.search ?? ''}
            aria-label={contacts.search}
            placeholder={contacts.search}
            leftSection={<Search size={15} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <FilterBar fields={fields} asked={state} onChange={change} />
        </>
      }
    >
      {list.error !== null && rows.length > 0 && <ErrorNote error={list.error} onRetry={list.reload} />}
      <DataTable
        label={contacts.title}
        columns={columns.drawn}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name ?? crm.unnamed}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        onMore={list.more}
        onOpen={(row) => navigate(`/contacts/${row.id}`)}
        order={order}
        onOrder={(next) => change({ order: next })}
        {...(mayWrite ? { selected, onSelect: select } : {})}
        widths={columns.widths}
        onWidths={columns.setWidths}
        placeKey="contacts"
        empty={empty}
      />
      {(selected.size > 0 || whole) && (
        <BulkBar
          selected={selected}
          whole={whole}
          total={list.total}
          loaded={rows.length}
          filter={filter}
          acts={acts}
          some={contacts.some}
          deleteTitle={contacts.deleteTitle}
          more={(run, busy) => (
            <FieldPopover
              busy={busy}
              onSet={(changes) => run((target) => setFields(target, changes), bulk.told.edited)}
            />
          )}
          onWhole={setWhole}
          onClear={clear}
          onDone={news.reload}
        />
      )}
    </Page>
  )
}
