import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import { failureOf } from '../../lib/failure'
import { profile } from '../../strings/profile'
import { told } from '../../ui/UndoToast'

const CHANGE = graphql(`
  mutation ChangePassword($currentPassword: String, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      ... on PasswordChanged { sessionsEnded }
      ... on Problem { code message }
    }
  }
`)

const { password: words } = profile
const LEAST = 12

/** Sets a password, which ends all other sessions. */
export function PasswordForm({ email }: { email: string | null | undefined }) {
  const act = useAct()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (wanted.length < LEAST) return setError(words.short)
    if (wanted !== again) return setError(words.differ)
    setBusy(true)
    try {
      const { changePassword } = await act(CHANGE, { currentPassword: current || null, newPassword: wanted })
      told(words.changed(changePassword.sessionsEnded))
      setCurrent('')
      setWanted('')
      setAgain('')
      setError(null)
    } catch (problem) {
      setError(failureOf(problem).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={change}>
      <Stack gap="sm" maw={380}>
        {/* So that a browser that keeps passwords knows whose this is. */}
        <input type="text" autoComplete="username" value={email ?? ''} readOnly hidden />
        <PasswordInput
          label={words.current}
          description={words.currentHint}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.wanted}
          description={words.wantedHint}
          autoComplete="new-password"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          required
        />
        <PasswordInput
          label={words.again}
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          required
        />
        {error && (
          <Text c="red" size="sm" role="alert">
            {error}
          </Text>
        )}
        <Button type="submit" loading={busy} style={{ justifySelf: 'start', alignSelf: 'start' }}>
          {words.change}
        </Button>
      </Stack>
    </form>
  )
}
