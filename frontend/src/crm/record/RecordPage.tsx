import { Alert, Button, Tabs } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { app } from '../../strings/app'
import { recordPage } from '../../strings/recordPage'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import { EnginyPanel } from '../EnginyPanel'
import { Timeline } from '../Timeline'
import { useMay } from '../Viewer'
import styles from './RecordPage.module.css'

/** What a page knows of a record, whatever it is. */
type Shown = {
  id: string
  version: number
  deletedAt: string | null
  lastActivityAt: string | null
  tasks: { nodes: { id: string; completed: boolean }[] }
}

/**
 * The page of one record: a header, cards beside one another, all that happened and what Enginy knows. What it is, each
 * feature says.
 */
export function RecordPage<Kept extends Shown>(props: {
  /** The record; null where there is none, undefined while nobody knows. */
  record: Kept | null | undefined
  /** What it is called; what kind it is, while that is not known. */
  name: string
  words: { back: string; gone: string; goneHint: string; deleted: string }
  /** Where the list of such records is, such as `/contacts`. */
  path: string
  error: unknown
  onRetry: () => void
  onRestore: () => void
  header: (record: Kept) => ReactNode
  /** What stands above the timeline. */
  main: (record: Kept) => ReactNode
  side: (record: Kept) => ReactNode
}) {
  const { record, name, words, path } = props
  const mayWrite = useMay('WRITE')
  useEffect(() => {
    document.title = `${name} · ${app.name}`
  }, [name])

  if (record === undefined && props.error) {
    return (
      <div className={styles.page}>
        <ErrorNote error={props.error} onRetry={props.onRetry} />
      </div>
    )
  }
  if (record === undefined) return <Waiting />
  if (record === null) {
    return (
      <div className={styles.page}>
        <EmptyState
          title={words.gone}
          hint={words.goneHint}
          action={
            <Button component={Link} to={path}>
              {words.back}
            </Button>
          }
        />
      </div>
    )
  }
  return (
    <div className={styles.page}>
      <Link to={path} className={styles.back}>
        ‹ {words.back}
      </Link>
      {record.deletedAt !== null && (
        <Alert color="red" mb="md" title={words.deleted}>
          {mayWrite && (
            <Button variant="default" onClick={props.onRestore}>
              {recordPage.restore}
            </Button>
          )}
        </Alert>
      )}
      {props.header(record)}
      <div className={styles.columns}>
        <div className={styles.main}>
          {props.main(record)}
          <Story record={record} />
        </div>
        <div className={styles.side}>{props.side(record)}</div>
      </div>
    </div>
  )
}

/** All that happened with a record, and what Enginy holds of it; which of them is shown stands in the address. */
function Story({ record }: { record: Shown }) {
  const [params, setParams] = useSearchParams()
  const tasks = record.tasks.nodes.map((each) => `${each.id}${each.completed}`)
  return (
    <Tabs
      className={styles.tabs ?? ''}
      value={params.get('tab') ?? 'timeline'}
      onChange={(tab) => setParams(tab === 'timeline' || tab === null ? {} : { tab }, { replace: true })}
      keepMounted={false}
    >
      <Tabs.List>
        <Tabs.Tab value="timeline">{recordPage.tabs.timeline}</Tabs.Tab>
        <Tabs.Tab value="enginy">{recordPage.tabs.enginy}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline" pt="md">
        <Timeline id={record.id} freshness={[record.version, record.lastActivityAt, ...tasks].join('|')} />
      </Tabs.Panel>
      <Tabs.Panel value="enginy" pt="md">
        <EnginyPanel id={record.id} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Waiting() {
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.waiting}>
        <SkeletonLines lines={4} />
      </div>
      <div className={styles.columns}>
        <SkeletonLines lines={12} />
        <SkeletonLines lines={10} />
      </div>
    </div>
  )
}
