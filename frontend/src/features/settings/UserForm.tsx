import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { Role } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { Code } from '../../ui/Code'
import { told } from '../../ui/UndoToast'
import type { Member } from './UsersPage'

const CREATE = graphql(`
  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {
    createUser(name: $name, email: $email, role: $role, id: $id) {
      ... on UserChanged { user { id name } }
      ... on Problem { code message }
    }
  }
`)

const UPDATE = graphql(`
  mutation UpdateUser($id: ID!, $changes: UserChanges!) {
    updateUser(id: $id, changes: $changes) {
      ... on UserChanged { user { id name email role } }
      ... on Problem { code message }
    }
  }
`)

const { users: words } = settings
const ROLES: Role[] = ['REP', 'ANALYST', 'ADMIN']

/** A member of the team: who they are and what they may do; a new one is told how to be let in. */
export function UserForm(props: { user: Member | null; onClose: () => void; onSaved: () => void }) {
  const { user } = props
  const act = useAct()
  const [name, setName] = useState(user?.name ?? '')
  const [email, setEmail] = useState(user?.email ?? '')
  const [role, setRole] = useState<Role>(user?.role ?? 'REP')
  const [id, setId] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setError(words.missing)
    setBusy(true)
    try {
      const fields = { name: name.trim(), email: email.trim() || null, role }
      if (user) {
        await act(UPDATE, { id: user.id, changes: fields })
        told(words.saved(fields.name))
        props.onClose()
      } else {
        setMade((await act(CREATE, { ...fields, id: id.trim() || null })).createUser.user.id)
        told(words.added(fields.name))
      }
      props.onSaved()
    } catch (problem) {
      setError(failureOf(problem).message)
    } finally {
      setBusy(false)
    }
  }
  if (made !== null) {
    return (
      <Modal opened onClose={props.onClose} title={words.inviteTitle(name)}>
        <Stack gap="sm">
          <Text>{words.link}</Text>
          <Code text={`rolograph users link ${made}`} what={words.commandOf(name)} inline />
          <Group justify="flex-end">
            <Button onClick={props.onClose}>{words.close}</Button>
          </Group>
        </Stack>
      </Modal>
    )
  }
  return (
    <Modal opened onClose={props.onClose} title={user ? words.editOf(user.name) : words.add}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            type="email"
            label={words.email}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {!user && (
            <TextInput
              label={words.id}
              description={words.idHint}
              value={id}
              onChange={(event) => setId(event.currentTarget.value)}
            />
          )}
          <Radio.Group label={words.role} value={role} onChange={(value) => setRole(value as Role)}>
            <Stack gap={8} mt={6}>
              {ROLES.map((each) => (
                <Radio
                  key={each}
                  size="xs"
                  value={each}
                  label={words.roles[each]}
                  description={words.roleHints[each]}
                />
              ))}
            </Stack>
          </Radio.Group>
          {error && (
            <Text c="red" size="sm" role="alert">
              {error}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {settings.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
