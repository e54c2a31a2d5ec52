import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import { fields } from '../../strings/fields'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { failed, told } from '../../ui/UndoToast'
import styles from './AlertsPanel.module.css'
import { inputOf, meaningOf } from './meaning'
import { useMeaning } from './useMeaning'

const ALERTS = graphql(`
  query FieldAlerts($entity: Entity!) {
    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {
      nodes {
        id name entity kind message since suggestedName
        suggestedTarget { engagement field customField }
        run { id }
      }
    }
    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {
      nodes { id name target { engagement field customField } }
    }
  }
`)

const DISMISS = graphql(`
  mutation DismissAlert($id: ID!) {
    dismissFieldAlert(id: $id) {
      ... on FieldAlertDismissed { alert { id state } }
      ... on Problem { code message }
    }
  }
`)

const { alerts: words } = fields

/** What is odd about names that mean something, with the way to put it right. Nothing is drawn where nothing is odd. */
export function AlertsPanel({ entity }: { entity: Entity }) {
  const [{ data, error }, again] = useQuery({ query: ALERTS, variables: { entity } })
  const meaning = useMeaning()
  const act = useAct()
  const mayWrite = useMay('WRITE')
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  const alerts = data?.fieldAlerts.nodes ?? []
  if (alerts.length === 0) return null
  const targetOf = (name: string) => data?.fieldMappings.nodes.find((each) => each.name === name)?.target ?? null
  const dismiss = async (id: string) => {
    try {
      await act(DISMISS, { id })
      told(words.dismissed)
    } catch (problem) {
      failed(problem)
    }
  }
  return (
    <Panel title={words.title} hint={words.hint} flush>
      <ul className={styles.alerts}>
        {alerts.map((alert) => {
          const name = alert.suggestedName ?? alert.name
          const known = alert.suggestedName === null || targetOf(alert.suggestedName) === null
          const target = alert.suggestedTarget ?? (known ? targetOf(alert.name) : null)
          return (
            <li key={alert.id} className={styles.alert}>
              <div className={styles.what}>
                <Pill tone="warn">{words.kind[alert.kind]}</Pill>
                <span>{alert.message}</span>
                <span className={styles.quiet}>
                  {words.since} <RelativeTime at={alert.since} />
                </span>
                {alert.run && <Link to={`/sync/${alert.run.id}`}>{words.run}</Link>}
              </div>
              {mayWrite && (
                <div className={styles.actions}>
                  {target && (
                    <Button onClick={() => void meaning.set(alert.entity, name, inputOf(target), null)}>
                      {words.follow(name, meaningOf(target))}
                    </Button>
                  )}
                  <Button variant="default" onClick={() => void dismiss(alert.id)}>
                    {words.dismiss}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
