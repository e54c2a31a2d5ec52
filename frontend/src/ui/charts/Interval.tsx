import styles from './Interval.module.css'

/** A value with the interval it lies in, on a scale from nought to `greatest`. Its numbers stand beside it as text. */
export function Interval(props: { value: number; low: number; high: number; greatest: number; faint?: boolean }) {
  const at = (value: number) => `${Math.max(0, Math.min(100, (value / props.greatest) * 100))}%`
  const { low, high } = props
  return (
    <span className={styles.interval} data-faint={props.faint || undefined} aria-hidden="true">
      <span className={styles.span} style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
      <span className={styles.value} style={{ left: at(props.value) }} />
    </span>
  )
}
