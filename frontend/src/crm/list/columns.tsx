import { lists } from '../../strings/lists'
import { RelativeTime } from '../../ui/RelativeTime'
import { TagList } from '../TagList'
import type { ListColumn } from './row'

// The columns that lists of several kinds of record have, and what all columns are made of.

const { fields: words, groups } = lists

type Column<Row> = ListColumn<Row, never>
type Value = string | number | null | undefined
type Moment = string | null | undefined

/** A column that shows a value as it is. */
export function column<Row>(
  id: string,
  header: string,
  width: number,
  group: string,
  value: (row: Row) => Value,
): Column<Row> {
  return { id, header, width, group, value, cell: value }
}

/** A column of numbers, to be compared digit by digit. */
export function numbers<Row>(
  id: string,
  header: string,
  width: number,
  group: string,
  value: (row: Row) => number | null | undefined,
): Column<Row> {
  return {
    ...column<Row>(id, header, width, group, value),
    align: 'end',
    cell: (row) => value(row)?.toLocaleString(),
  }
}

/** A column that tells how long ago something was. */
export function moments<Row>(id: string, header: string, group: string, of: (row: Row) => Moment): Column<Row> {
  const cell = (row: Row) => {
    const at = of(row)
    return at ? <RelativeTime at={at} /> : null
  }
  return { ...column<Row>(id, header, 130, group, of), cell }
}

/** Whose a record is. */
export function ownerColumn<Row extends { owner: { name: string } | null; ownerId: string | null }>(
  group: string = groups.sales,
): Column<Row> {
  return {
    ...column<Row>('owner', words.owner, 150, group, (row) => row.owner?.name ?? row.ownerId),
    editing: { kind: 'owner' },
  }
}

/** The tags of a record. */
export function tagsColumn<Row extends { tags: readonly string[] }>(): Column<Row> {
  return {
    ...column<Row>('tags', words.tags, 180, groups.sales, (row) => row.tags.join(', ')),
    cell: (row) => <TagList tags={row.tags} />,
    editing: { kind: 'tags' },
  }
}

/** What the open deals of a record are worth. */
export function dealValueColumn<Row extends { dealValue?: number | null }>(): Column<Row> {
  return numbers<Row>('dealValue', words.dealValue, 110, groups.sales, (row) => row.dealValue)
}

/** When something became of a record. */
export function recordColumns<
  Row extends { lastActivityAt: string | null; createdAt?: string; updatedAt?: string },
>(): Column<Row>[] {
  return [
    {
      ...moments<Row>('lastActivity', words.lastActivity, groups.record, (row) => row.lastActivityAt),
      sort: 'LAST_ACTIVITY_AT',
    },
    { ...moments<Row>('created', words.created, groups.record, (row) => row.createdAt), sort: 'CREATED_AT' },
    { ...moments<Row>('updated', words.updated, groups.record, (row) => row.updatedAt), sort: 'UPDATED_AT' },
  ]
}
