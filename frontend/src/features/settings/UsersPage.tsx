import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { useMay, useViewer } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { UsersQuery } from '../../gql/graphql'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { Confirm } from '../../ui/Confirm'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import { SmallTable } from '../../ui/SmallTable'
import { failed, told } from '../../ui/UndoToast'
import { SettingsFrame } from './SettingsFrame'
import { UserForm } from './UserForm'
import styles from './UsersPage.module.css'

const USERS = graphql(`
  query Users {
    users { id name email role createdAt deactivatedAt passwordSetAt }
  }
`)

const DEACTIVATE = graphql(`
  mutation DeactivateUser($id: ID!) {
    deactivateUser(id: $id) {
      ... on UserChanged { user { id deactivatedAt } }
      ... on Problem { code message }
    }
  }
`)

const REACTIVATE = graphql(`
  mutation ReactivateUser($id: ID!) {
    reactivateUser(id: $id) {
      ... on UserChanged { user { id deactivatedAt } }
      ... on Problem { code message }
    }
  }
`)

export type Member = UsersQuery['users'][number]
const { users: words } = settings

/** The team: who may do what, and who has left. */
export function UsersPage() {
  const [params, setParams] = useSearchParams()
  const [{ data, error }, again] = useQuery({ query: USERS })
  const [leaving, setLeaving] = useState<Member | null>(null)
  const act = useAct()
  const viewer = useViewer()
  const mayManage = useMay('MANAGE_USERS')
  const users = (data?.users ?? []).toSorted(
    (one, other) =>
      Number(one.deactivatedAt !== null) - Number(other.deactivatedAt !== null) || one.name.localeCompare(other.name),
  )
  const open = params.get('user')
  const edited = users.find(({ id }) => id === open)
  const show = (id: string | null) => setParams(id === null ? {} : { user: id })
  const tried = async (work: Promise<unknown>, message: string) => {
    try {
      await work
      told(message)
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
        actions={mayManage && <Button onClick={() => show('new')}>{words.add}</Button>}
      >
        {error ? (
          <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
        ) : data === undefined ? (
          <SkeletonRows rows={6} />
        ) : (
          <SmallTable
            label={words.title}
            rows={users}
            idOf={(user) => user.id}
            columns={[
              {
                id: 'name',
                header: words.name,
                head: true,
                cell: (user) => (
                  <span className={styles.name}>
                    {user.name}
                    {user.id === viewer.user?.id && <Pill tone="info">{words.you}</Pill>}
                    {user.deactivatedAt !== null && <Pill tone="quiet">{words.deactivated}</Pill>}
                  </span>
                ),
              },
              { id: 'email', header: words.email, cell: (user) => user.email ?? ui.none },
              {
                id: 'role',
                header: words.role,
                cell: (user) => (
                  <span className={styles.whole} title={words.roleHints[user.role]}>
                    {words.roles[user.role]}
                  </span>
                ),
              },
              { id: 'id', header: words.id, cell: (user) => <code className={styles.whole}>{user.id}</code> },
              {
                id: 'since',
                header: words.since,
                cell: (user) => (
                  <span className={styles.name}>
                    <RelativeTime at={user.createdAt} />
                    {user.passwordSetAt === null && <Pill tone="quiet">{words.noPassword}</Pill>}
                  </span>
                ),
              },
              ...(mayManage
                ? [
                    {
                      id: 'actions',
                      header: <VisuallyHidden>{words.edit}</VisuallyHidden>,
                      align: 'end' as const,
                      cell: (user: Member) => (
                        <span className={styles.actions}>
                          <Button variant="default" aria-label={words.editOf(user.name)} onClick={() => show(user.id)}>
                            {words.edit}
                          </Button>
                          {user.deactivatedAt === null ? (
                            user.id !== viewer.user?.id && (
                              <Button
                                variant="default"
                                aria-label={words.deactivateOf(user.name)}
                                onClick={() => setLeaving(user)}
                              >
                                {words.deactivate}
                              </Button>
                            )
                          ) : (
                            <Button
                              variant="default"
                              aria-label={words.reactivateOf(user.name)}
                              onClick={() => void tried(act(REACTIVATE, { id: user.id }), words.back(user.name))}
                            >
                              {words.reactivate}
                            </Button>
                          )}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Panel>
      {mayManage && (open === 'new' || edited) && (
        <UserForm
          key={open}
          user={edited ?? null}
          onClose={() => show(null)}
          onSaved={() => again({ requestPolicy: 'network-only' })}
        />
      )}
      {leaving && (
        <Confirm
          opened
          danger
          title={words.deactivateTitle(leaving.name)}
          action={words.deactivate}
          onConfirm={() => tried(act(DEACTIVATE, { id: leaving.id }), words.left(leaving.name))}
          onClose={() => setLeaving(null)}
        >
          {words.deactivateHint}
        </Confirm>
      )}
    </SettingsFrame>
  )
}
