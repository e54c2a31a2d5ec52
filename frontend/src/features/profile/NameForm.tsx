import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import { profile } from '../../strings/profile'
import { failed, told } from '../../ui/UndoToast'

const RENAME = graphql(`
  mutation RenameMe($id: ID!, $changes: UserChanges!) {
    updateUser(id: $id, changes: $changes) {
      ... on UserChanged { user { id name } }
      ... on Problem { code message }
    }
  }
`)

/** What one is called here, and what Enginy shows of an owner. */
export function NameForm({ id, name: known }: { id: string; name: string }) {
  const act = useAct()
  const [name, setName] = useState(known)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await act(RENAME, { id, changes: { name: name.trim() } })
      told(profile.saved)
    } catch (problem) {
      failed(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={save}>
      <Group align="end" gap="xs">
        <TextInput
          label={profile.name}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          flex={1}
        />
        <Button type="submit" variant="default" loading={busy} disabled={name.trim() === '' || name.trim() === known}>
          {profile.save}
        </Button>
      </Group>
    </form>
  )
}
