import { Button, Checkbox, TextInput, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { TagsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { settings } from '../../strings/settings'
import { ui } from '../../strings/ui'
import { Confirm } from '../../ui/Confirm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { SkeletonRows } from '../../ui/Skeletons'
import { type SmallColumn, SmallTable } from '../../ui/SmallTable'
import { failed, told } from '../../ui/UndoToast'
import { SettingsFrame } from './SettingsFrame'
import { TagForm } from './TagForm'
import styles from './TagsPage.module.css'

const TAGS = graphql(`
  query Tags($first: Int!, $after: String, $text: String) {
    tags(first: $first, after: $after, text: $text) {
      totalCount
      nodes { name contactCount companyCount }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const REMOVE = graphql(`
  mutation RemoveTagEverywhere($tag: String!) {
    removeTag(tag: $tag) {
      ... on TagsReplaced { contactsChanged companiesChanged }
      ... on Problem { code message }
    }
  }
`)

type Tag = TagsQuery['tags']['nodes'][number]
const { tags: words } = settings
const tagsIn = (data: TagsQuery) => data.tags

/** All tags, with how many records carry each: to rename one, to make one of several, to take one away everywhere. */
export function TagsPage() {
  const [params, setParams] = useSearchParams()
  const text = params.get('text') ?? ''
  const list = usePages(TAGS, { first: 100, text: text.trim() || null }, tagsIn)
  const [chosen, setChosen] = useState<string[]>([])
  const [form, setForm] = useState<string[] | null>(null)
  const [removing, setRemoving] = useState<Tag | null>(null)
  const mayWrite = useMay('WRITE')
  const act = useAct()
  const changed = () => {
    setChosen([])
    void list.reload()
  }
  const remove = async (tag: Tag) => {
    try {
      const { contactsChanged, companiesChanged } = (await act(REMOVE, { tag: tag.name })).removeTag
      told(words.done(contactsChanged, companiesChanged))
      changed()
    } catch (problem) {
      failed(problem)
    }
  }
  const choices: SmallColumn<Tag>[] = [
    {
      id: 'choose',
      header: <VisuallyHidden>{words.mergeTitle}</VisuallyHidden>,
      width: 44,
      cell: (tag) => (
        <Checkbox
          aria-label={words.select(tag.name)}
          checked={chosen.includes(tag.name)}
          onChange={(event) =>
            setChosen(event.currentTarget.checked ? [...chosen, tag.name] : chosen.filter((each) => each !== tag.name))
          }
        />
      ),
    },
  ]
  const actions: SmallColumn<Tag>[] = [
    {
      id: 'actions',
      header: <VisuallyHidden>{words.rename}</VisuallyHidden>,
      align: 'end',
      cell: (tag) => (
        <span className={styles.actions}>
          <Button variant="default" aria-label={words.renameOf(tag.name)} onClick={() => setForm([tag.name])}>
            {words.rename}
          </Button>
          <Button variant="default" aria-label={words.removeOf(tag.name)} onClick={() => setRemoving(tag)}>
            {words.remove}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <SettingsFrame>
      <Panel
        title={words.title}
        hint={words.hint}
        flush
        actions={
          <>
            {mayWrite && chosen.length > 1 && (
              <Button onClick={() => setForm(chosen)}>{words.merge(chosen.length)}</Button>
            )}
            <TextInput
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              value={text}
              onChange={(event) => {
                const { value } = event.currentTarget
                setParams(value ? { text: value } : {}, { replace: true })
              }}
            />
          </>
        }
      >
        {list.error ? (
          <ErrorNote error={list.error} onRetry={() => void list.reload()} />
        ) : list.loading && list.nodes.length === 0 ? (
          <SkeletonRows rows={6} />
        ) : (
          <SmallTable
            label={words.title}
            rows={list.nodes}
            idOf={(tag) => tag.name}
            empty={
              text ? <EmptyState title={words.noneFound} /> : <EmptyState title={words.none} hint={words.noneHint} />
            }
            columns={[
              ...(mayWrite ? choices : []),
              { id: 'name', header: words.name, head: true, cell: (tag) => tag.name },
              {
                id: 'contacts',
                header: words.contacts,
                align: 'end',
                cell: (tag) => (
                  <Link
                    to={`/contacts?${new URLSearchParams({ where: `tags.hasAny.${tag.name.replace(/[\\|]/g, '\\$&')}` })}`}
                    title={words.show}
                  >
                    {tag.contactCount.toLocaleString()}
                  </Link>
                ),
              },
              {
                id: 'companies',
                header: words.companies,
                align: 'end',
                cell: (tag) => tag.companyCount.toLocaleString(),
              },
              ...(mayWrite ? actions : []),
            ]}
          />
        )}
        {list.hasMore && (
          <Button variant="default" m={10} loading={list.loading} onClick={list.more}>
            {ui.loadMore}
          </Button>
        )}
      </Panel>
      {form && <TagForm tags={form} onClose={() => setForm(null)} onDone={changed} />}
      {removing && (
        <Confirm
          opened
          danger
          title={words.removeTitle(removing.name)}
          action={words.remove}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          {words.removeHint(removing.contactCount + removing.companyCount)}
        </Confirm>
      )}
    </SettingsFrame>
  )
}
