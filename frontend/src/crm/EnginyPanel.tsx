import { Anchor, Badge, Button, Table } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../gql'
import type { EnginyPanelQuery, PropertyAction } from '../gql/graphql'
import { shown } from '../lib/values'
import { record } from '../strings/record'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { RelativeTime } from '../ui/RelativeTime'
import { SkeletonLines } from '../ui/Skeletons'
import { failed, told } from '../ui/UndoToast'
import styles from './EnginyPanel.module.css'
import { LastRuns } from './LastRuns'
import { useAct } from './useAct'
import { useMay } from './Viewer'

const PANEL = graphql(`
  query EnginyPanel($id: ID!) {
    node(id: $id) {
      ... on Record { id externalLinks { externalId strategy createdAt decidedAt pendingClears } }
    }
    nextSync(id: $id) {
      externalId nullSafety
      properties { property action value heldByEnginy }
      keptHere { property value heldByEnginy }
    }
  }
`)

const CLEAR = graphql(`
  mutation ClearInEnginy($id: ID!, $properties: [String!]!) {
    clearInEnginy(id: $id, properties: $properties) {
      ... on ClearingAsked { changeSetId links { externalId pendingClears } }
      ... on Problem { code message }
    }
  }
`)

type NextSync = EnginyPanelQuery['nextSync'][number]

const { enginy: words } = record
const TONES: Record<PropertyAction, string> = { KEEP: 'gray', SET: 'indigo', CLEAR: 'red' }

/** What Enginy has to do with a record: its links, what it holds, what the next sync changes there, and the last runs. */
export function EnginyPanel({ id }: { id: string }) {
  const [{ data, error }, again] = useQuery({ query: PANEL, variables: { id } })
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <SkeletonLines lines={8} />
  const links = data.node && 'externalLinks' in data.node ? data.node.externalLinks : []
  return (
    <div className={styles.panel}>
      {links.length === 0 && <EmptyState title={words.none} hint={words.noneHint} />}
      {links.map((link) => (
        <dl key={link.externalId} className={styles.link}>
          <div>
            <dt>{words.link}</dt>
            <dd>
              <code>{link.externalId}</code>
            </dd>
          </div>
          <div>
            <dt>{words.strategy}</dt>
            <dd>{words.strategies[link.strategy] ?? link.strategy}</dd>
          </div>
          <div>
            <dt>{words.since}</dt>
            <dd>
              <RelativeTime at={link.createdAt} />
            </dd>
          </div>
          <div>
            <dt>{words.lastDecided}</dt>
            <dd>
              <RelativeTime at={link.decidedAt} />
            </dd>
          </div>
        </dl>
      ))}
      {data.nextSync.map((next) => (
        <Fragment key={next.externalId ?? ''}>
          {next.keptHere.length > 0 && <KeptHere kept={next.keptHere} />}
          <Next id={id} next={next} />
        </Fragment>
      ))}
      <h3 className={styles.heading}>{words.runs}</h3>
      <LastRuns id={id} />
    </div>
  )
}

/** What was mended here after Enginy sent it, which Enginy's old value does not undo. */
function KeptHere({ kept }: { kept: NextSync['keptHere'] }) {
  return (
    <section>
      <h3 className={styles.heading}>{words.keptHere}</h3>
      <p className={styles.hint}>{words.keptHereHint}</p>
      <Table.ScrollContainer minWidth={360}>
        <Table verticalSpacing={5} horizontalSpacing={8} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.property}</Table.Th>
              <Table.Th>{words.held}</Table.Th>
              <Table.Th>{words.here}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kept.map((each) => (
              <Table.Tr key={each.property}>
                <Table.Td className={styles.value ?? ''}>{each.property}</Table.Td>
                <Table.Td className={styles.value ?? ''}>{shown(each.heldByEnginy) || '—'}</Table.Td>
                <Table.Td className={styles.value ?? ''}>
                  <strong>{shown(each.value) || words.emptied}</strong>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

function Next({ id, next }: { id: string; next: NextSync }) {
  const [whole, setWhole] = useState(false)
  const act = useAct()
  const mayWrite = useMay('WRITE')
  const changing = next.properties.filter((each) => each.action !== 'KEEP')
  const kept = next.properties.length - changing.length
  const clear = async (property: string) => {
    try {
      await act(CLEAR, { id, properties: [property] })
      told(words.clearAsked(property))
    } catch (error) {
      failed(error)
    }
  }
  return (
    <section>
      <h3 className={styles.heading}>{words.next}</h3>
      <p className={styles.hint}>
        {words.nextHint} {words.nullSafety[next.nullSafety]}
      </p>
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing={5} horizontalSpacing={8} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={72}>{words.action}</Table.Th>
              <Table.Th>{words.property}</Table.Th>
              <Table.Th>{words.held}</Table.Th>
              <Table.Th>{words.ours}</Table.Th>
              {mayWrite && <Table.Td w={70} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(whole ? next.properties : changing).map((each) => (
              <Table.Tr key={each.property}>
                <Table.Td>
                  <Badge color={TONES[each.action]}>{words.actions[each.action]}</Badge>
                </Table.Td>
                <Table.Td className={styles.value ?? ''}>{each.property}</Table.Td>
                <Table.Td className={styles.value ?? ''}>{shown(each.heldByEnginy) || '—'}</Table.Td>
                <Table.Td className={styles.value ?? ''}>
                  {each.action === 'CLEAR'
                    ? '—'
                    : shown(each.action === 'KEEP' ? each.heldByEnginy : each.value) || '—'}
                </Table.Td>
                {mayWrite && (
                  <Table.Td>
                    {each.action !== 'CLEAR' && shown(each.heldByEnginy) !== '' && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        color="gray"
                        aria-label={words.clear(each.property)}
                        onClick={() => clear(each.property)}
                      >
                        {words.clearShort}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {kept > 0 && (
        <p className={styles.hint}>
          {words.kept(kept)}.{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => setWhole(!whole)}>
            {whole ? words.hide : words.show}
          </Anchor>
        </p>
      )}
    </section>
  )
}
