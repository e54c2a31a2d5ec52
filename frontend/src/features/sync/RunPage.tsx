import { Button } from '@mantine/core'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Undo2 from 'lucide-react/icons/undo-2'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { actName } from '../../crm/actName'
import { useRevert } from '../../crm/useRevert'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { exact } from '../../lib/times'
import { sync } from '../../strings/sync'
import { Code } from '../../ui/Code'
import { Confirm } from '../../ui/Confirm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Panel } from '../../ui/Panel'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonLines, SkeletonRows } from '../../ui/Skeletons'
import { failed, told } from '../../ui/UndoToast'
import { RunCounts } from './RunCounts'
import { RunItems } from './RunItems'
import styles from './RunPage.module.css'
import { RunStatusBadge } from './RunStatusBadge'

const RUN = graphql(`
  query SyncRun($id: ID!) {
    run(id: $id) {
      id act door source actorLabel startedAt durationMs status message requestId facts revertsId
      revertible { possible revertedBy { id } }
      counts { outcome count }
    }
  }
`)

const { run: words } = sync

/** One run: who called for what, and what became of every item, with the evidence. */
export function RunPage() {
  const { runId = '' } = useParams()
  const [{ data, error, fetching }, again] = useQuery({ query: RUN, variables: { id: runId } })
  const [asking, setAsking] = useState(false)
  const mayWrite = useMay('WRITE')
  const revert = useRevert()
  const undo = async () => {
    try {
      await revert([runId])
      told(words.undone)
      again({ requestPolicy: 'network-only' })
    } catch (problem) {
      failed(problem)
    }
  }
  const run = data?.run
  const back = (
    <Button component={Link} to="/sync" variant="default" leftSection={<ArrowLeft size={14} />}>
      {words.back}
    </Button>
  )
  if (error) {
    return (
      <Page title={sync.title} actions={back}>
        <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
      </Page>
    )
  }
  if (!run) {
    return (
      <Page title={sync.title} actions={back}>
        {fetching ? <Waiting /> : <EmptyState title={words.gone} hint={words.goneHint} />}
      </Page>
    )
  }
  const facts = run.facts as Record<string, unknown> | null
  return (
    <Page
      title={actName(run.act)}
      count={<RunStatusBadge status={run.status} />}
      actions={
        <>
          {mayWrite && run.revertible.possible && (
            <Button variant="default" leftSection={<Undo2 size={14} />} onClick={() => setAsking(true)}>
              {words.undo}
            </Button>
          )}
          {back}
        </>
      }
    >
      <dl className={styles.facts}>
        <Fact name={words.when}>
          {exact(run.startedAt)} (<RelativeTime at={run.startedAt} />)
        </Fact>
        <Fact name={words.by}>
          {run.actorLabel}{' '}
          {!run.actorLabel.startsWith(sync.source[run.source]) && (
            <span className={styles.quiet}>{sync.source[run.source]}</span>
          )}
        </Fact>
        <Fact name={words.through}>{sync.door[run.door]}</Fact>
        <Fact name={words.took}>{sync.milliseconds(run.durationMs)}</Fact>
        <Fact name={sync.columns.counts}>
          <RunCounts counts={run.counts} />
        </Fact>
        {run.revertible.revertedBy && (
          <Fact name={words.undoneBy}>
            <Link to={`/sync/${run.revertible.revertedBy.id}`}>{words.thatRun}</Link>
          </Fact>
        )}
        {run.revertsId && (
          <Fact name={words.undoes}>
            <Link to={`/sync/${run.revertsId}`}>{words.thatRun}</Link>
          </Fact>
        )}
        {run.requestId && (
          <Fact name={words.request}>
            <code>{run.requestId}</code>
          </Fact>
        )}
      </dl>
      {run.message && (
        <div className={styles.refused} role="note">
          <b>{words.refused}</b> {run.message}
        </div>
      )}
      {facts && Object.keys(facts).length > 0 && (
        <Panel title={words.facts}>
          <Code text={JSON.stringify(facts, null, 2)} what={words.facts} />
        </Panel>
      )}
      <RunItems runId={run.id} act={run.act} />
      <Confirm
        opened={asking}
        title={words.undoTitle}
        action={words.undo}
        onConfirm={undo}
        onClose={() => setAsking(false)}
      >
        {words.undoHint}
      </Confirm>
    </Page>
  )
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function Waiting() {
  return (
    <>
      <SkeletonLines lines={3} />
      <SkeletonRows rows={8} />
    </>
  )
}
