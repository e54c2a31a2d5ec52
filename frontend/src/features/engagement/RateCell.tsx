import { type FragmentType, graphql, readFragment } from '../../gql'
import { engagement } from '../../strings/engagement'
import { Interval } from '../../ui/charts/Interval'
import { percent } from './numbers'
import styles from './RateCell.module.css'

export const RateCell_rate = graphql(`
  fragment RateCell_rate on EngagementRate {
    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared
  }
`)

const { rate: words } = engagement

/** A rate with its interval, how many of how many it is, and whether that is enough to say anything. */
export function RateCell(props: { rate: FragmentType<typeof RateCell_rate>; greatest: number }) {
  const { rate, low, high, numerator, denominator, isSmallSample, denominatorName } = readFragment(
    RateCell_rate,
    props.rate,
  )
  if (rate === null || low === null || high === null) return <span className={styles.nobody}>{words.nobody}</span>
  const within = words.interval(percent(low), percent(high))
  return (
    <span className={styles.rate} title={`${words.of(numerator, denominator)} ${denominatorName}; ${within}`}>
      <Interval value={rate} low={low} high={high} greatest={props.greatest} faint={isSmallSample} />
      <span className={styles.share} data-faint={isSmallSample || undefined}>
        {percent(rate)}
      </span>
      <span className={styles.count}>
        {words.of(numerator, denominator)}
        {isSmallSample && (
          <span className={styles.few} title={words.smallHint}>
            {words.small}
          </span>
        )}
      </span>
    </span>
  )
}
