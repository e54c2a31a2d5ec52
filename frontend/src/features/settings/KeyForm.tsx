import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { ApiKeyScope } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { Code } from '../../ui/Code'
import { CopyButton } from '../../ui/CopyButton'

const CREATE = graphql(`
  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {
    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) {
      ... on ApiKeyCreated { secret apiKey { id label } }
      ... on Problem { code message }
    }
  }
`)

const { keys: words } = settings
const SCOPES = Object.keys(words.scope) as ApiKeyScope[]

/** Makes a key and shows it, this once: its text is kept nowhere, and is gone with the dialog. */
export function KeyForm({ label: wished, onClose }: { label: string; onClose: () => void }) {
  const act = useAct()
  const [label, setLabel] = useState(wished)
  const [scopes, setScopes] = useState<ApiKeyScope[]>(['ENGINY'])
  const [expires, setExpires] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() === '') return setError(words.missingLabel)
    if (scopes.length === 0) return setError(words.missingScope)
    setBusy(true)
    try {
      const expiresAt = expires === '' ? null : new Date(`${expires}T23:59:59`).toISOString()
      setSecret((await act(CREATE, { label: label.trim(), scopes, expiresAt })).createApiKey.secret)
      setError(null)
    } catch (problem) {
      setError(failureOf(problem).message)
    } finally {
      setBusy(false)
    }
  }
  if (secret !== null) {
    return (
      // Outside clicks and Escape do not close it: the key would be lost.
      <Modal
        opened
        onClose={onClose}
        title={words.made(label)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
        size="lg"
      >
        <Stack gap="sm">
          <Text>{words.once}</Text>
          <Code text={secret} what={words.made(label)} inline />
          <Group justify="flex-end" gap="xs">
            <CopyButton text={secret} what={words.made(label)} label={words.copy} autoFocus />
            <Button onClick={onClose}>{words.done}</Button>
          </Group>
        </Stack>
      </Modal>
    )
  }
  return (
    <Modal opened onClose={onClose} title={words.create}>
      <form onSubmit={make}>
        <Stack gap="sm">
          <TextInput
            label={words.label}
            placeholder={words.labelPlaceholder}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            data-autofocus
          />
          <Checkbox.Group label={words.scopes} value={scopes} onChange={(value) => setScopes(value as ApiKeyScope[])}>
            <Stack gap={6} mt={6}>
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={words.scope[scope]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            type="date"
            label={words.expires}
            description={words.expiresHint}
            value={expires}
            onChange={(event) => setExpires(event.currentTarget.value)}
          />
          {error && (
            <Text c="red" size="sm" role="alert">
              {error}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
