import { Skeleton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DealFilter, DealTotalsQuery } from '../../gql/graphql'
import { ErrorNote } from '../../ui/ErrorNote'
import type { Column } from './board'
import { DealBoard } from './DealBoard'
import styles from './DealBoard.module.css'
import type { DealRow } from './dealRow'
import { LostDialog } from './LostDialog'
import { useBoard } from './useBoard'
import { useChanges } from './useChanges'
import type { DealActs } from './useDealActs'
import { useDealFollowing } from './useDealFollowing'

/**
 * The board of all deals that fit, as far as it was read, and as they are told to change. `changes` is any number that
 * differs when deals may have changed.
 */
export function BoardView(props: {
  filter: DealFilter
  totals: DealTotalsQuery | undefined
  acts: DealActs
  changes: number
  empty: ReactNode
  onOpen: (deal: DealRow) => void
  /** Called when a deal is told to have changed. */
  onTold: () => void
}) {
  const { acts, filter, onOpen } = props
  const board = useBoard(filter, useDealFollowing(filter, props.onTold), props.totals)
  const { columns, error, reload } = board
  const [losing, setLosing] = useState<{ deal: DealRow; to: Column } | null>(null)
  useChanges(props.changes, reload)
  const none = columns?.every(({ count }) => count === 0) ?? false
  return (
    <>
      {error !== null && <ErrorNote error={error} onRetry={() => void reload()} />}
      {none && error === null ? (
        props.empty
      ) : columns === null ? (
        error === null && <Waiting />
      ) : (
        <DealBoard
          columns={columns}
          onOpen={onOpen}
          onMove={(deal, to) =>
            to.status === 'LOST' && deal.status !== 'LOST' ? setLosing({ deal, to }) : void board.move(acts, deal, to)
          }
          onRemove={(deal) => void acts.remove(deal)}
          onMore={board.more}
        />
      )}
      {losing && (
        <LostDialog
          name={losing.deal.name}
          onLost={(reason) => void board.move(acts, losing.deal, losing.to, reason)}
          onClose={() => setLosing(null)}
        />
      )}
    </>
  )
}

function Waiting() {
  return (
    <div className={styles.board} aria-busy="true">
      {[3, 2, 4, 1, 2].map((cards, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
        <div key={place} className={styles.column}>
          <Skeleton height={16} width="55%" radius="sm" />
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards never move
            <Skeleton key={card} height={84} radius="md" />
          ))}
        </div>
      ))}
    </div>
  )
}
