import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import styles from './LineChart.module.css'
import { labelledOf, ticksFor, wholeTicksFor } from './scale'

/** A point: what stands below it, what it is called in full, its value, and that of the time compared with. */
export type LinePoint = { tick: string; name: string; value: number | null; previous?: number | null }

const HEIGHT = 220
const LEFT = 40
const RIGHT = 14
const TOP = 12
const BOTTOM = 26

/**
 * Values over time as a line, with those of another time as a broken one below. Lines are straight and end where a value
 * is missing. A value is read by the pointer, or with the arrow keys.
 */
export function LineChart(props: {
  label: string
  points: LinePoint[]
  format: (value: number) => string
  /** What a point says in full. */
  sentence: (point: LinePoint) => string
  whole: boolean
}) {
  const { points } = props
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [active, setActive] = useState<number | null>(null)
  const values = points.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0])
  const ticks = (props.whole ? wholeTicksFor : ticksFor)(Math.max(0, ...values))
  const greatest = ticks.at(-1) ?? 1
  const x = (place: number) =>
    points.length === 1 ? (LEFT + width - RIGHT) / 2 : LEFT + (place * (width - LEFT - RIGHT)) / (points.length - 1)
  const y = (value: number) => TOP + (1 - value / greatest) * (HEIGHT - TOP - BOTTOM)
  const labelled = labelledOf(points.length, Math.floor((width - LEFT) / 76))
  const shown = active === null ? null : points[Math.min(active, points.length - 1)]

  const point = (event: PointerEvent) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    const place = Math.round(((at - LEFT) / Math.max(1, width - LEFT - RIGHT)) * (points.length - 1))
    setActive(Math.max(0, Math.min(points.length - 1, place)))
  }
  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: -1, ArrowRight: 1, Home: -points.length, End: points.length }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setActive(Math.max(0, Math.min(points.length - 1, (active ?? points.length - 1) + to)))
  }
  return (
    <div
      ref={ref}
      className={styles.chart}
      style={{ height: HEIGHT }}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={active ?? Math.max(0, points.length - 1)}
      aria-valuetext={points.length > 0 ? props.sentence(shown ?? (points.at(-1) as LinePoint)) : undefined}
      onPointerMove={point}
      onPointerLeave={() => setActive(null)}
      onFocus={() => setActive((before) => before ?? points.length - 1)}
      onBlur={() => setActive(null)}
      onKeyDown={move}
    >
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
              <text className={styles.tick} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                {props.format(tick)}
              </text>
            </g>
          ))}
          {points.map(
            ({ tick }, place) =>
              labelled.has(place) && (
                <text
                  key={tick}
                  className={styles.tick}
                  x={x(place)}
                  y={HEIGHT - 6}
                  textAnchor={anchor(place, points.length)}
                >
                  {tick}
                </text>
              ),
          )}
          {shown && (
            <line className={styles.cursor} x1={x(active ?? 0)} x2={x(active ?? 0)} y1={TOP} y2={HEIGHT - BOTTOM} />
          )}
          <path
            className={styles.previous}
            d={pathOf(
              points.map((each) => each.previous ?? null),
              x,
              y,
            )}
          />
          <path
            className={styles.line}
            d={pathOf(
              points.map((each) => each.value),
              x,
              y,
            )}
          />
          {points.map(
            ({ name, value }, place) =>
              value !== null &&
              (points.length <= 32 || place === active) && (
                <circle key={name} className={styles.dot} cx={x(place)} cy={y(value)} r={place === active ? 4 : 2.5} />
              ),
          )}
        </svg>
      )}
      {shown && (
        <div
          className={styles.value}
          data-left={x(active ?? 0) > width / 2 || undefined}
          style={{ left: x(active ?? 0) }}
        >
          {props.sentence(shown)}
        </div>
      )}
    </div>
  )
}

function anchor(place: number, count: number): 'start' | 'middle' | 'end' {
  if (place === count - 1 && count > 1) return 'end'
  return place === 0 && count > 1 ? 'start' : 'middle'
}

/** A line through what is there: after a gap it begins anew. */
function pathOf(values: (number | null)[], x: (place: number) => number, y: (value: number) => number): string {
  let drawn = ''
  let before: number | null = null
  for (const [place, value] of values.entries()) {
    if (value !== null) drawn += `${before === null ? 'M' : 'L'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`
    before = value
  }
  return drawn
}
