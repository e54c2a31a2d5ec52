import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import type { DealFilter } from '../../gql/graphql'
import { deals as words } from '../../strings/deals'
import { shownAmounts } from './amounts'
import { columnsOf } from './board'
import styles from './StageTotals.module.css'
import { TOTALS } from './totals'

/** What the deals of a table are worth, by stage, for each currency by itself, and what else is to be said of them. */
export function StageTotals({ filter, children }: { filter: DealFilter; children: ReactNode }) {
  const [{ data }] = useQuery({ query: TOTALS, variables: { filter } })
  const totals = columnsOf(data?.dealStages ?? []).filter(({ count }) => count > 0)
  return (
    <div className={styles.line}>
      <ul className={styles.totals} aria-label={words.totals}>
        {totals.map((each) => (
          <li key={each.key}>
            {each.label} <span className={styles.count}>{each.count.toLocaleString()}</span>{' '}
            <span className={styles.amounts}>{shownAmounts(each.amounts)}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
