import type { EngagementStage } from '../gql/graphql'
import { crm } from '../strings/crm'
import styles from './StageTrack.module.css'
import { STAGES } from './stages'

/** How far somebody came in campaigns, as a row of stages of which those behind them are filled; `small` is for lists. */
export function StageTrack(props: { stage: EngagementStage | null; small?: boolean }) {
  const reached = props.stage === null ? -1 : STAGES.indexOf(props.stage as (typeof STAGES)[number])
  const word = props.stage === null ? '' : crm.stage[props.stage]
  if (props.small) {
    return (
      <span className={styles.small} data-replied={props.stage === 'MESSAGE_REPLIED' || undefined}>
        <span className={styles.dots} aria-hidden="true">
          {STAGES.map((stage, place) => (
            <i key={stage} data-reached={place <= reached || undefined} />
          ))}
        </span>
        {word}
      </span>
    )
  }
  return (
    <ol className={styles.track} aria-label={crm.stageOf}>
      {STAGES.map((stage, place) => (
        <li
          key={stage}
          data-reached={place <= reached || undefined}
          {...(place === reached ? { 'aria-current': 'step' as const } : {})}
        >
          {crm.stage[stage]}
        </li>
      ))}
    </ol>
  )
}
