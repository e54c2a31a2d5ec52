import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { SavedViewEntity } from '../../gql/graphql'
import type { PagedList } from '../../lib/usePages'
import { lists } from '../../strings/lists'
import { ColumnChooser } from '../../ui/ColumnChooser'
import { type Column, DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import { type BulkActs, BulkBar, type Run } from '../bulk/BulkBar'
import { ExportButton } from '../ExportButton'
import { type FilterField, NOTHING_ASKED } from '../filters/condition'
import { FilterBar } from '../filters/FilterBar'
import { useMay } from '../Viewer'
import { SavedViews } from '../views/SavedViews'
import { LIST_VIEWS } from '../views/saved'
import { CellEditor } from './CellEditor'
import styles from './RecordListPage.module.css'
import type { Edit, ListColumn, ListedRow } from './row'
import type { AskedList } from './useAskedList'
import type { useNews } from './useNews'

/** What a list says of its records. */
export type ListWords = {
  title: string
  search: string
  /** The name of the CSV file. */
  file: string
  /** So many of them, in words. */
  some: (count: number) => string
  deleteTitle: (count: number) => string
  empty: { title: string; hint: string }
  noneFound: { title: string; hint: string; clear: string }
}

/**
 * A list of records of a kind: found, filtered, put in order, edited in place, one or many at a time, and taken along.
 * What they are, and what can be asked of them, each feature says.
 */
export function RecordListPage<Row extends ListedRow, Filter extends object>(props: {
  entity: SavedViewEntity
  /** Where the records have their pages, such as `/contacts`. */
  path: string
  words: ListWords
  fields: FilterField[]
  asked: AskedList<Filter>
  columns: ReturnType<typeof useColumnsKept<ListColumn<Row>>>
  list: PagedList<{ id: string }>
  rows: Row[]
  nameOf: (row: Row) => string
  onEdit: (row: Row, column: string, edit: Edit) => void
  news: ReturnType<typeof useNews>
  /** All rows that fit, a page at a time. */
  pages: () => AsyncIterable<Row[]>
  acts: BulkActs<Filter>
  /** What else can be done with many of them. */
  moreActs?: (run: Run<Filter>, busy: boolean) => ReactNode
}) {
  const { words, fields, columns, list, rows, news, nameOf, onEdit } = props
  const { state, change, filter } = props.asked
  const navigate = useNavigate()
  const mayWrite = useMay('WRITE')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState(false)
  const select = useCallback((ids: Set<string>) => {
    setSelected(ids)
    setWhole(false)
  }, [])
  const unselect = useCallback(() => select(new Set()), [select])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen of other rows is not meant any more
  useEffect(unselect, [filter, unselect])
  const drawn = useMemo(
    () => (mayWrite ? columns.shown.map((each) => editable(each, onEdit)) : columns.shown),
    [columns.shown, mayWrite, onEdit],
  )
  const told = lists.news(news)
  return (
    <Page
      title={words.title}
      count={
        <>
          {list.total?.toLocaleString()}
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
          <SavedViews entity={props.entity} state={state} keeping={LIST_VIEWS} filter={filter} onOpen={change} />
          <ColumnChooser
            columns={columns.all}
            shown={columns.ids}
            onChange={(ids) => {
              columns.remember(ids)
              change({ columns: ids })
            }}
          />
          <ExportButton columns={columns.shown} pages={props.pages} file={words.file} some={words.some} />
        </>
      }
      bar={
        <>
          <Search label={words.search} value={state.text} onChange={(text) => change({ text })} />
          <FilterBar fields={fields} asked={state} onChange={change} />
        </>
      }
    >
      {list.error !== null && rows.length > 0 && <ErrorNote error={list.error} onRetry={list.reload} />}
      <DataTable
        label={words.title}
        columns={drawn}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={nameOf}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        onMore={list.more}
        onOpen={(row) => navigate(`${props.path}/${row.id}`)}
        order={state.order}
        onOrder={(order) => change({ order })}
        {...(mayWrite ? { selected, onSelect: select } : {})}
        widths={columns.widths}
        onWidths={columns.setWidths}
        placeKey={props.path}
        empty={
          list.error ? (
            <ErrorNote error={list.error} onRetry={list.reload} />
          ) : filter !== null ? (
            <EmptyState
              title={words.noneFound.title}
              hint={words.noneFound.hint}
              action={
                <Button variant="default" onClick={() => change({ ...NOTHING_ASKED, text: '', view: null })}>
                  {words.noneFound.clear}
                </Button>
              }
            />
          ) : (
            <NoneYet {...words.empty} />
          )
        }
      />
      {(selected.size > 0 || whole) && (
        <BulkBar
          selected={selected}
          whole={whole}
          total={list.total}
          loaded={rows.length}
          filter={filter}
          acts={props.acts}
          some={words.some}
          deleteTitle={words.deleteTitle}
          {...(props.moreActs ? { more: props.moreActs } : {})}
          onWhole={setWhole}
          onClear={unselect}
          onDone={news.reload}
        />
      )}
    </Page>
  )
}

/** The records come from Enginy, whose connection an administrator makes. */
function NoneYet(props: { title: string; hint: string }) {
  const mayConnect = useMay('CONFIGURE')
  return (
    <EmptyState
      {...props}
      action={
        mayConnect && (
          <Button component={Link} to="/settings/connection" variant="default">
            {lists.connect}
          </Button>
        )
      }
    />
  )
}

function editable<Row extends ListedRow>(
  column: ListColumn<Row>,
  onEdit: (row: Row, column: string, edit: Edit) => void,
): Column<Row> {
  const { editing } = column
  if (!editing) return column
  return {
    ...column,
    edit: (row, done) => (
      <CellEditor
        row={row}
        label={column.header}
        editing={editing}
        onSave={(edit) => onEdit(row, column.header, edit)}
        onDone={done}
      />
    ),
  }
}
