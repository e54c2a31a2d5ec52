import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { shown } from '../../lib/values'
import { sync } from '../../strings/sync'
import { Pill, type Tone } from '../../ui/Pill'
import { Decision } from './Decision'
import type { Effect } from './effects'
import { OutcomeBadge } from './OutcomeBadge'
import styles from './PreviewItem.module.css'
import { PreviewKeys } from './PreviewKeys'
import type { Tried } from './tryOut'
import { recordAddress } from './words'

const { preview: words } = sync
const TONES: Record<Effect['kind'], Tone> = { SET: 'info', CLEAR: 'danger', SAME: 'quiet', KEPT: 'warn' }

/** What would come of one item: whom it finds and why, what it would change, and what Enginy would be answered. */
export function PreviewItem({ tried }: { tried: Tried }) {
  const { result, effects } = tried
  const [keys, setKeys] = useState(false)
  if (!result) return null
  const properties = Object.entries((result.properties as Record<string, unknown> | null) ?? {})
  const found = result.id && !result.created
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <b>{words.item(tried.index)}</b>
        <OutcomeBadge outcome={result.decision.outcome} />
        {result.decision.weak && (
          <Pill tone="warn" hint={sync.run.weakHint}>
            {sync.run.weak}
          </Pill>
        )}
        <span>
          {result.problem ? (
            <span className={styles.problem}>{result.problem.message}</span>
          ) : found ? (
            <>
              {words.found} <Link to={recordAddress(result.id ?? '') ?? '#'}>{tried.recordName ?? result.id}</Link>
            </>
          ) : result.created ? (
            words.made
          ) : (
            `${words.none}. ${words.noneHint}`
          )}
        </span>
      </p>
      <Decision decision={result.decision} />
      {effects.length > 0 && (
        <table className={styles.effects}>
          <caption>{words.effect}</caption>
          <thead>
            <tr>
              <th scope="col">{sync.run.field}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.incoming}</th>
              <th scope="col">{words.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {effects.map((each) => (
              <tr key={each.field} data-same={each.kind === 'SAME' || undefined}>
                <th scope="row">{each.field}</th>
                <td>{shown(each.now) || sync.run.nothing}</td>
                <td>{shown(each.incoming) || sync.run.nothing}</td>
                <td>
                  <Pill tone={TONES[each.kind]}>{words.effects[each.kind]}</Pill>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {properties.length > 0 && (
        <table className={styles.effects}>
          <caption>{words.answer}</caption>
          <tbody>
            {properties.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{shown(value) || sync.run.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tried.act !== 'update' &&
        (keys ? (
          <PreviewKeys entity={tried.entity} lead={tried.input} />
        ) : (
          <Button variant="subtle" onClick={() => setKeys(true)}>
            {words.keys}
          </Button>
        ))}
    </li>
  )
}
