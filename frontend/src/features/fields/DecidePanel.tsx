import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import { shown } from '../../lib/values'
import { fields } from '../../strings/fields'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { SkeletonLines } from '../../ui/Skeletons'
import { useRows } from '../../ui/useRows'
import styles from './DecidePanel.module.css'
import { meaningOf } from './meaning'
import { useMeaning } from './useMeaning'

const WAITING = graphql(`
  query MappingsToConfirm($entity: Entity!) {
    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {
      nodes { id name status confidence reasons target { engagement field customField } }
    }
    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }
  }
`)

const { decide: words } = fields

/** What names seem to mean and nobody has confirmed yet: what is surest comes last, as it is in force already. */
export function DecidePanel(props: { entity: Entity; onChange: (name: string) => void; onDecided: () => void }) {
  const { entity, onChange, onDecided } = props
  const [{ data, error }, again] = useQuery({ query: WAITING, variables: { entity } })
  const [busy, setBusy] = useState<string | null>(null)
  const meaning = useMeaning()
  const mayWrite = useMay('WRITE')
  const samples = new Map(data?.customFieldDefinitions.nodes.map((each) => [each.name, each.samples]))
  const mappings = (data?.fieldMappings.nodes ?? []).toSorted(
    (one, other) => Number(one.status === 'AUTOMATIC') - Number(other.status === 'AUTOMATIC'),
  )
  const decide = async (id: string, act: (id: string) => Promise<boolean>) => {
    setBusy(id)
    if (await act(id)) onDecided()
    setBusy(null)
  }
  const at = (act: (id: string) => Promise<boolean>) => (index: number) => {
    const mapping = mappings[index]
    if (mapping && busy === null) void decide(mapping.id, act)
  }
  const { listProps, rowProps } = useRows(
    words.title,
    mappings.length,
    mayWrite
      ? [
          { key: 'c', does: words.confirm, act: at(meaning.confirm) },
          { key: 'r', does: words.reject, act: at(meaning.reject) },
        ]
      : [],
  )
  return (
    <Panel title={words.title} hint={words.hint} flush>
      {error && <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {!data && !error && (
        <div className={styles.waiting}>
          <SkeletonLines lines={4} />
        </div>
      )}
      {data && mappings.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul {...listProps} className={styles.mappings}>
        {mappings.map((each, index) => (
          <li key={each.id} {...rowProps(index)} className={styles.mapping}>
            <div className={styles.what}>
              <p className={styles.sentence}>
                <code>{each.name}</code> {words.means} <b>{meaningOf(each.target)}</b>
                <Pill tone={each.status === 'AUTOMATIC' ? 'good' : 'warn'}>{words.status[each.status]}</Pill>
                <span className={styles.quiet}>
                  {words.confidence(each.confidence.toLocaleString(undefined, { style: 'percent' }))}
                </span>
              </p>
              <p className={styles.quiet}>{each.reasons.join(' ')}</p>
              <p className={styles.samples}>
                {(samples.get(each.name) ?? []).slice(0, 4).map((sample) => (
                  <code key={shown(sample)}>{shown(sample)}</code>
                ))}
              </p>
            </div>
            {mayWrite && (
              <div className={styles.actions}>
                <Button
                  aria-label={words.confirmOf(each.name)}
                  loading={busy === each.id}
                  onClick={() => void decide(each.id, meaning.confirm)}
                >
                  {words.confirm}
                </Button>
                <Button
                  variant="default"
                  aria-label={words.rejectOf(each.name)}
                  disabled={busy === each.id}
                  onClick={() => void decide(each.id, meaning.reject)}
                >
                  {words.reject}
                </Button>
                <Button
                  variant="default"
                  aria-label={words.changeOf(each.name)}
                  disabled={busy === each.id}
                  onClick={() => onChange(each.name)}
                >
                  {words.change}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
