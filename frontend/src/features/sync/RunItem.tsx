import { Button, UnstyledButton } from '@mantine/core'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { consoleAddress } from '../../lib/console'
import { shown } from '../../lib/values'
import { sync } from '../../strings/sync'
import { Code } from '../../ui/Code'
import { Pill } from '../../ui/Pill'
import { Decision } from './Decision'
import { equivalentOf } from './equivalent'
import { OutcomeBadge } from './OutcomeBadge'
import styles from './RunItem.module.css'
import type { Json } from './wire'
import { recordName, strategyName } from './words'

const RunItem_item = graphql(`
  fragment RunItem_item on RunItem {
    index externalId recordId payload keptHere
    record { id ... on Contact { name } ... on Company { companyName: name } }
    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }
    changes { id fields { field isCustom old new } }
  }
`)

const { run: words } = sync

/** An item of a run in a line; opened, with its evidence, its changes, and what came. */
export function RunItem(props: {
  item: FragmentType<typeof RunItem_item>
  act: string
  opened: boolean
  onToggle: () => void
}) {
  const item = readFragment(RunItem_item, props.item)
  const { decision, record } = item
  const changed = item.changes.flatMap(({ fields }) => fields)
  const payload = item.payload as Json | null
  const equivalent = payload ? equivalentOf(props.act, [payload]) : null
  return (
    <li className={styles.item}>
      <UnstyledButton className={styles.line} aria-expanded={props.opened} onClick={props.onToggle}>
        <ChevronRight size={14} className={styles.arrow ?? ''} />
        <span className={styles.index}>{words.index(item.index)}</span>
        <span className={styles.name}>
          {record ? (
            recordName(record)
          ) : (
            <span className={styles.quiet}>{shown(item.externalId) || words.noRecord}</span>
          )}
        </span>
        <span className={styles.outcome}>
          <OutcomeBadge outcome={decision?.outcome ?? null} />
          {decision?.weak && (
            <Pill tone="warn" hint={words.weakHint}>
              {words.weak}
            </Pill>
          )}
        </span>
        <span className={styles.why}>
          {decision?.message ??
            (decision?.strategy && words.because(strategyName(decision.strategy), decision.normalizedValue ?? ''))}
        </span>
        <span className={styles.changed}>
          {changed.length > 0 && words.changed(changed.length)}
          {item.keptHere.length > 0 && <span>{words.kept(item.keptHere.length)}</span>}
        </span>
      </UnstyledButton>
      {props.opened && (
        <div className={styles.details}>
          {decision && (
            <section>
              <h3>{words.evidence}</h3>
              <Decision decision={decision} recordId={item.recordId} />
            </section>
          )}
          {changed.length > 0 && (
            <section>
              <h3>{words.changes}</h3>
              <table className={styles.changes}>
                <thead>
                  <tr>
                    <th scope="col">{words.field}</th>
                    <th scope="col">{words.before}</th>
                    <th scope="col">{words.after}</th>
                  </tr>
                </thead>
                <tbody>
                  {changed.map(({ field, old, new: now }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a batch may change the same field twice
                    <tr key={`${field} ${place}`}>
                      <th scope="row">{field}</th>
                      <td>{shown(old) || <span className={styles.quiet}>{words.nothing}</span>}</td>
                      <td>{shown(now) || <span className={styles.quiet}>{words.nothing}</span>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          {item.keptHere.length > 0 && (
            <section>
              <h3>{words.keptHere}</h3>
              <p className={styles.quiet}>{words.keptHint}</p>
              <p>{item.keptHere.join(', ')}</p>
            </section>
          )}
          <section>
            <h3>{words.payload}</h3>
            {payload ? (
              <Code text={JSON.stringify(payload, null, 2)} what={words.payload} />
            ) : (
              <p className={styles.quiet}>{words.noPayload}</p>
            )}
          </section>
          {equivalent && (
            <section>
              <h3>{words.itemMutation}</h3>
              <p className={styles.quiet}>{words.mutationHint}</p>
              <Code
                text={`${equivalent.document}\n# Variables\n${JSON.stringify(equivalent.variables, null, 2)}`}
                what={words.itemMutation}
                actions={
                  <Button
                    component="a"
                    variant="subtle"
                    href={consoleAddress(equivalent.document, equivalent.variables)}
                  >
                    {words.open}
                  </Button>
                }
              />
            </section>
          )}
        </div>
      )}
    </li>
  )
}
