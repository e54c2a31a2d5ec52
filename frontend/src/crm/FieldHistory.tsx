import { ActionIcon, Button, Popover } from '@mantine/core'
import HistoryIcon from 'lucide-react/icons/history'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../gql'
import { shown } from '../lib/values'
import { record } from '../strings/record'
import { ErrorNote } from '../ui/ErrorNote'
import { RelativeTime } from '../ui/RelativeTime'
import { SkeletonLines } from '../ui/Skeletons'
import { actorName } from './actorName'
import styles from './FieldHistory.module.css'

const HISTORY = graphql(`
  query FieldHistory($id: ID!) {
    node(id: $id) {
      ... on Record {
        changes(first: 100) {
          nodes { id at source actor { label } run { id act } fields { field old new } }
          pageInfo { hasNextPage }
        }
      }
    }
  }
`)

const { history: words } = record

/** Where a field's value comes from: who set it, when, in which run, and what it was before; with a way back to that. */
export function FieldHistory(props: {
  recordId: string
  field: string
  label: string
  onRestore?: ((value: unknown) => void) | undefined
}) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={320} trapFocus position="left-start">
      <Popover.Target>
        <ActionIcon
          size="sm"
          className={styles.button ?? ''}
          aria-label={words.button(props.label)}
          title={words.button(props.label)}
          onClick={() => setOpened(!opened)}
        >
          <HistoryIcon size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <Values
            {...props}
            onRestore={
              props.onRestore &&
              ((value) => {
                setOpened(false)
                props.onRestore?.(value)
              })
            }
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Values(props: { recordId: string; field: string; onRestore?: ((value: unknown) => void) | undefined }) {
  const [{ data, error }, again] = useQuery({ query: HISTORY, variables: { id: props.recordId } })
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <SkeletonLines />
  const changes = data.node && 'changes' in data.node ? data.node.changes : null
  const found = (changes?.nodes ?? []).flatMap((change) => {
    const field = change.fields.find((each) => each.field === props.field)
    return field ? [{ ...change, old: field.old, now: field.new }] : []
  })
  return (
    <div className={styles.history}>
      <p className={styles.title}>{words.title}</p>
      {found.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ol className={styles.list}>
        {found.map((change, place) => (
          <li key={change.id}>
            <div className={styles.value}>{shown(change.now) || words.empty}</div>
            <div className={styles.quiet}>
              <RelativeTime at={change.at} /> {words.by(actorName(change.source, change.actor.label))}
              {change.run && (
                <>
                  {' · '}
                  <Link to={`/sync/${change.run.id}`}>{change.run.act.replaceAll('_', ' ')}</Link>
                </>
              )}
            </div>
            <div className={styles.before}>
              <span>
                {words.was} {shown(change.old) || words.empty}
              </span>
              {props.onRestore && shown(change.old) !== shown(found[0]?.now) && (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => props.onRestore?.(change.old ?? null)}
                  {...(place === 0 ? { 'data-autofocus': true } : {})}
                >
                  {words.restore}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {changes?.pageInfo.hasNextPage && <p className={styles.quiet}>{words.older}</p>}
    </div>
  )
}
