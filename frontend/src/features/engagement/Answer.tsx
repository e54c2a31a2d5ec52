import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import type { DocumentInput } from '@urql/core'
import Terminal from 'lucide-react/icons/square-terminal'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { consoleAddress } from '../../lib/console'
import { engagement } from '../../strings/engagement'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import styles from './Answer.module.css'
import type { SetAddress } from './useQuestion'

/**
 * A panel with the answer to one query: drawn while it comes, when it failed, when it is empty, and in full; with the way
 * to GraphiQL, which opens the very query, and to its table where it is a chart.
 */
export function Answer(props: {
  title: string
  hint?: ReactNode
  controls?: ReactNode
  wide?: boolean
  flush?: boolean
  query: { document: DocumentInput; variables: object } | null
  error: CombinedError | undefined
  onRetry: () => void
  waiting: ReactNode | null
  empty: boolean
  emptyAction?: () => void
  stale: boolean
  view?: { name: string; value: string; set: SetAddress }
  children: ReactNode
}) {
  const { title, query, view, error } = props
  const actions = (
    <>
      {props.controls}
      {view && (
        <SegmentedControl
          aria-label={engagement.shownAs(title)}
          value={view.value}
          onChange={(value) => view.set({ [view.name]: value === 'table' ? value : null })}
          data={[
            { value: 'chart', label: engagement.chart },
            { value: 'table', label: engagement.table },
          ]}
        />
      )}
      {query && (
        <Tooltip label={engagement.openConsole}>
          <ActionIcon
            component="a"
            href={consoleAddress(query.document, query.variables)}
            aria-label={engagement.consoleHint(title)}
          >
            <Terminal size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
  return (
    <Panel
      title={title}
      hint={props.hint}
      actions={actions}
      wide={props.wide ?? false}
      flush={(props.flush ?? false) && !error && !props.empty && props.waiting === null}
    >
      <div className={styles.answer} data-stale={props.stale || undefined}>
        {error ? (
          <ErrorNote error={error} onRetry={props.onRetry} />
        ) : props.waiting !== null ? (
          props.waiting
        ) : props.empty ? (
          <EmptyState
            title={engagement.empty.title}
            hint={engagement.empty.hint}
            action={
              props.emptyAction && (
                <Button variant="default" onClick={props.emptyAction}>
                  {engagement.empty.all}
                </Button>
              )
            }
          />
        ) : (
          props.children
        )}
      </div>
    </Panel>
  )
}
