import { Button, Switch, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { ApiKeysQuery } from '../../gql/graphql'
import { day } from '../../lib/times'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { Confirm } from '../../ui/Confirm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import { SmallTable } from '../../ui/SmallTable'
import { failed, told } from '../../ui/UndoToast'
import { KeyForm } from './KeyForm'
import styles from './KeysPage.module.css'
import { SettingsFrame } from './SettingsFrame'

const KEYS = graphql(`
  query ApiKeys {
    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }
  }
`)

const REVOKE = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      ... on ApiKeyRevoked { apiKey { id revokedAt isValid } }
      ... on Problem { code message }
    }
  }
`)

type Key = ApiKeysQuery['apiKeys'][number]
const { keys: words } = settings

/** API keys: to make one, which is shown once, to see when each was used last, and to revoke it. */
export function KeysPage() {
  const [params, setParams] = useSearchParams()
  const mayManage = useMay('MANAGE_KEYS')
  const [{ data, error }, again] = useQuery({ query: KEYS, pause: !mayManage })
  const [revoking, setRevoking] = useState<Key | null>(null)
  const act = useAct()
  const showOld = params.has('old')
  const making = params.get('make')
  const all = data?.apiKeys ?? []
  const keys = all.filter((key) => showOld || key.isValid).toReversed()
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  const revoke = async (key: Key) => {
    try {
      await act(REVOKE, { id: key.id })
      told(words.revokedNow(key.label))
    } catch (problem) {
      failed(problem)
    }
  }
  return (
    <SettingsFrame>
      <Panel
        title={words.title}
        hint={words.hint}
        flush
        actions={
          mayManage && (
            <>
              {all.some((key) => !key.isValid) && (
                <Switch
                  label={words.old}
                  checked={showOld}
                  onChange={(event) => set('old', event.currentTarget.checked ? '' : null)}
                />
              )}
              <Button onClick={() => set('make', '')}>{words.create}</Button>
            </>
          )
        }
      >
        {error ? (
          <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
        ) : !mayManage ? (
          <EmptyState title={settings.readOnly} />
        ) : data === undefined ? (
          <SkeletonRows rows={4} />
        ) : (
          <SmallTable
            label={words.title}
            rows={keys}
            idOf={(key) => key.id}
            empty={<EmptyState title={words.none} hint={words.noneHint} />}
            columns={[
              { id: 'label', header: words.label, head: true, cell: (key) => key.label },
              { id: 'start', header: words.start, cell: (key) => <code>{key.start}…</code> },
              {
                id: 'scopes',
                header: words.scopes,
                cell: (key) => (
                  <span className={styles.scopes}>{key.scopes.map((scope) => words.scope[scope]).join(', ')}</span>
                ),
              },
              {
                id: 'used',
                header: words.lastUsed,
                cell: (key) => (key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : ui.never),
              },
              {
                id: 'created',
                header: words.created,
                cell: (key) => (
                  <span className={styles.made}>
                    <RelativeTime at={key.createdAt} />
                    {key.createdBy.label && (
                      <small>
                        {words.by} {key.createdBy.label}
                      </small>
                    )}
                  </span>
                ),
              },
              { id: 'state', header: words.state, cell: (key) => <KeyState apiKey={key} /> },
              {
                id: 'revoke',
                header: <VisuallyHidden>{words.revoke}</VisuallyHidden>,
                align: 'end',
                cell: (key) =>
                  key.isValid && (
                    <Button variant="default" aria-label={words.revokeOf(key.label)} onClick={() => setRevoking(key)}>
                      {words.revoke}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      {mayManage && making !== null && <KeyForm label={making} onClose={() => set('make', null)} />}
      {revoking && (
        <Confirm
          opened
          danger
          title={words.revokeTitle(revoking.label)}
          action={words.revoke}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          {words.revokeHint}
        </Confirm>
      )}
    </SettingsFrame>
  )
}

function KeyState({ apiKey: key }: { apiKey: Key }) {
  if (key.revokedAt) return <Pill tone="quiet">{words.revoked}</Pill>
  if (!key.isValid) return <Pill tone="quiet">{words.expired}</Pill>
  return <Pill tone="good">{key.expiresAt ? `${words.until} ${day(key.expiresAt)}` : words.valid}</Pill>
}
