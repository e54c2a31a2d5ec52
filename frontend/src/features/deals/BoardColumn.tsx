import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { deals as words } from '../../strings/deals'
import { ui } from '../../strings/ui'
import { shownAmounts } from './amounts'
import type { Column } from './board'
import styles from './DealBoard.module.css'
import { DealCard } from './DealCard'
import type { DealRow } from './dealRow'

/** A stage of the board: how many deals it has, what they are worth, and the deals. */
export function BoardColumn(props: {
  column: Column
  columns: Column[]
  mayWrite: boolean
  /** The card that Tab leads to. */
  active: string | undefined
  onFocus: (id: string) => void
  onOpen: (deal: DealRow) => void
  onMove: (deal: DealRow, to: Column) => void
  onDrop: (id: string) => void
  onRemove: (deal: DealRow) => void
  onMore: () => void
}) {
  const { column, mayWrite } = props
  const [over, setOver] = useState(false)
  const waiting = column.loading && column.deals.length === 0 && column.count > 0
  return (
    <li
      className={styles.column}
      data-status={column.status}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!mayWrite) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        props.onDrop(event.dataTransfer.getData('text/plain'))
      }}
    >
      <div className={styles.heading}>
        <h2 className={styles.stage}>{column.label}</h2>
        <span className={styles.count}>{column.count.toLocaleString()}</span>
        <span className={styles.amounts}>{shownAmounts(column.amounts)}</span>
      </div>
      <ul className={styles.cards} aria-label={column.label}>
        {column.deals.map((deal) => (
          <DealCard
            key={deal.id}
            deal={deal}
            columns={props.columns}
            mayWrite={mayWrite}
            active={deal.id === props.active}
            onFocus={() => props.onFocus(deal.id)}
            onOpen={() => props.onOpen(deal)}
            onMove={(to) => props.onMove(deal, to)}
            onRemove={() => props.onRemove(deal)}
          />
        ))}
        {waiting && (
          <li aria-hidden="true">
            <Skeleton height={84} radius="md" />
          </li>
        )}
        {!column.loading && column.count === 0 && <li className={styles.nothing}>{words.nothing}</li>}
      </ul>
      {column.hasMore && column.deals.length > 0 && (
        <Button variant="subtle" color="gray" fullWidth loading={column.loading} onClick={props.onMore}>
          {ui.loadMore}
        </Button>
      )}
    </li>
  )
}
