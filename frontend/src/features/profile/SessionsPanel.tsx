import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import { signIn } from '../../lib/signIn'
import { profile } from '../../strings/profile'
import { Confirm } from '../../ui/Confirm'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import { SmallTable } from '../../ui/SmallTable'
import { failed } from '../../ui/UndoToast'
import { deviceOf } from './deviceOf'

const SESSIONS = graphql(`
  query MySessions {
    mySessions { id createdAt lastSeenAt method userAgent isCurrent }
  }
`)

const EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ... on SignedOut { sessionsEnded }
      ... on Problem { code message }
    }
  }
`)

const { sessions: words } = profile

/** Where one is signed in, and the way to end all of it. */
export function SessionsPanel() {
  const [{ data, error }, again] = useQuery({ query: SESSIONS })
  const [asking, setAsking] = useState(false)
  const act = useAct()
  const leave = async () => {
    try {
      await act(EVERYWHERE, {})
      signIn()
    } catch (problem) {
      failed(problem)
    }
  }
  return (
    <Panel
      title={words.title}
      hint={words.hint}
      wide
      flush
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.everywhere}
        </Button>
      }
    >
      {error ? (
        <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : data === undefined ? (
        <SkeletonRows rows={3} />
      ) : (
        <SmallTable
          label={words.title}
          rows={data.mySessions}
          idOf={(session) => session.id}
          columns={[
            {
              id: 'device',
              header: words.device,
              head: true,
              cell: (session) => (
                <span title={session.userAgent}>
                  {deviceOf(session.userAgent) ?? words.unknown}{' '}
                  {session.isCurrent && <Pill tone="good">{words.current}</Pill>}
                </span>
              ),
            },
            { id: 'method', header: words.method, cell: (session) => words.methods[session.method] },
            { id: 'since', header: words.since, cell: (session) => <RelativeTime at={session.createdAt} /> },
            { id: 'seen', header: words.seen, cell: (session) => <RelativeTime at={session.lastSeenAt} /> },
          ]}
        />
      )}
      <Confirm
        opened={asking}
        danger
        title={words.everywhereTitle}
        action={words.everywhere}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      >
        {words.everywhereHint}
      </Confirm>
    </Panel>
  )
}
