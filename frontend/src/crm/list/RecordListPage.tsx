import { Button } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import type { SavedViewEntity } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import type { PagedList } from '../../lib/usePages'
import { lists } from '../../strings/lists'
import { EmptyState } from '../../ui/EmptyState'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import type { Settable } from '../bulk/settable'
import type { BulkActs } from '../bulk/useBulkActs'
import { type FilterField, NOTHING_ASKED } from '../filters/condition'
import { FilterBar } from '../filters/FilterBar'
import { useMay } from '../Viewer'
import { SavedViews } from '../views/SavedViews'
import { LIST_VIEWS } from '../views/saved'
import { ListTools } from './ListTools'
import { NewsButton } from './NewsButton'
import { RecordTable, type TableWords } from './RecordTable'
import type { Edit, ListColumn, ListedRow } from './row'
import type { AskedList } from './useAskedList'
import type { useNews } from './useNews'

/** What a list says of its records. */
export type ListWords = TableWords & {
  search: string
  /** The name of the CSV file. */
  file: string
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
  pages: (every: EveryPage) => AsyncIterable<Row[]>
  acts: BulkActs<Filter>
  settable: Settable[]
}) {
  const { words, fields, columns, list, rows, news } = props
  const { state, change, filter } = props.asked
  const navigate = useNavigate()
  return (
    <Page
      title={words.title}
      count={
        <>
          {list.isMany ? lists.many : list.total?.toLocaleString()}
          <NewsButton news={news} />
        </>
      }
      fill
      actions={
        <>
          <SavedViews entity={props.entity} state={state} keeping={LIST_VIEWS} filter={filter} onOpen={change} />
          <ListTools
            columns={columns}
            pages={props.pages}
            file={words.file}
            some={words.some}
            onColumns={(ids) => change({ columns: ids })}
          />
        </>
      }
      bar={
        <>
          <Search label={words.search} value={state.text} onChange={(text) => change({ text })} />
          <FilterBar fields={fields} asked={state} onChange={change} />
        </>
      }
    >
      <RecordTable
        placeKey={props.path}
        words={words}
        columns={columns}
        list={list}
        rows={rows}
        nameOf={props.nameOf}
        onEdit={props.onEdit}
        onOpen={(row) => navigate(`${props.path}/${row.id}`)}
        order={state.order}
        onOrder={(order) => change({ order })}
        filter={filter}
        acts={props.acts}
        settable={props.settable}
        onDone={news.reload}
        empty={
          filter !== null ? (
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
