import { useGraphiQL } from '@graphiql/react'
import { useMemo } from 'react'
import { toCsv } from '../../lib/csv'
import { download } from '../../lib/download'
import { parseExactly } from '../../lib/exactJson'
import { findTables, type Table } from '../../lib/tables'
import { graphiql } from '../../strings/console'
import { duration, useLastRun } from './lastRun'
import styles from './RunFooter.module.css'

const SHOWN = 3 // tables to download; the rest of an answer's lists are short ones

/** What the last run took, what it may cost, and its lists as files. */
export function RunFooter() {
  const response = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response ?? '')
  const run = useLastRun()
  const tables = useMemo(() => tablesIn(response), [response])
  const facts = run !== null && run.shown === response ? run : null
  return (
    <div className={styles.footer}>
      <p className={styles.facts} role="status">
        {facts && <span>{duration(facts.milliseconds)}</span>}
        {facts?.cost && (
          <span title={graphiql.run.costHint}>{graphiql.run.cost(facts.cost.asked, facts.cost.allowed)}</span>
        )}
      </p>
      {tables.slice(0, SHOWN).map((table) => (
        <button
          key={table.path}
          type="button"
          onClick={() => download(fileName(table), new Blob([csvOf(table)], { type: 'text/csv' }))}
        >
          {graphiql.run.csv(table.path, table.rows.length)}
        </button>
      ))}
    </div>
  )
}

function tablesIn(response: string): Table[] {
  if (response === '') return []
  try {
    const answer = parseExactly(response)
    return typeof answer === 'object' && answer !== null && 'data' in answer ? findTables(answer.data) : []
  } catch {
    return [] // not JSON, such as the message of an error
  }
}

function csvOf(table: Table): string {
  return toCsv(table.columns, table.rows)
}

function fileName(table: Table): string {
  return `${table.path.replaceAll(/[^\w.-]/g, '_')}.csv`
}
