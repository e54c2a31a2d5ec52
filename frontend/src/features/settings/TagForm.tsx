import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import { failureOf } from '../../lib/failure'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { told } from '../../ui/UndoToast'

const RENAME = graphql(`
  mutation RenameTag($tag: String!, $to: String!) {
    report: renameTag(tag: $tag, to: $to) {
      ... on TagsReplaced { contactsChanged companiesChanged }
      ... on Problem { code message }
    }
  }
`)

const MERGE = graphql(`
  mutation MergeTags($tags: [String!]!, $into: String!) {
    report: mergeTags(tags: $tags, into: $into) {
      ... on TagsReplaced { contactsChanged companiesChanged }
      ... on Problem { code message }
    }
  }
`)

const { tags: words } = settings

/** Renames a tag, or makes one of several. */
export function TagForm(props: { tags: string[]; onClose: () => void; onDone: () => void }) {
  const { tags } = props
  const [first = ''] = tags
  const act = useAct()
  const [name, setName] = useState(first)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isMerge = tags.length > 1
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const into = name.trim()
      const { report } = isMerge
        ? await act(MERGE, { tags: tags.filter((tag) => tag !== into), into })
        : await act(RENAME, { tag: first, to: into })
      told(words.done(report.contactsChanged, report.companiesChanged))
      props.onDone()
      props.onClose()
    } catch (problem) {
      setError(failureOf(problem).message)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={isMerge ? words.mergeTitle : words.renameOf(first)}>
      <form onSubmit={save}>
        <Stack gap="sm">
          {isMerge && <Text>{tags.join(', ')}</Text>}
          <Autocomplete
            size="xs"
            label={isMerge ? words.into : words.to}
            value={name}
            onChange={setName}
            data={isMerge ? tags : []}
            required
            data-autofocus
          />
          {error && (
            <Text c="red" size="sm" role="alert">
              {error}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={!isMerge && name.trim() === first}>
              {isMerge ? words.merge(tags.length) : words.rename}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
