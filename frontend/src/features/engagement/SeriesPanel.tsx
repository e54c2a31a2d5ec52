import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { EngagementSeriesQuery } from '../../gql/graphql'
import { dayIn } from '../../lib/zonedDays'
import { engagement } from '../../strings/engagement'
import { LineChart, type LinePoint } from '../../ui/charts/LineChart'
import { SmallTable } from '../../ui/SmallTable'
import { Answer } from './Answer'
import { percent } from './numbers'
import { comparedDays, filterOf, INTERVALS, MEASURES, type Question } from './question'
import styles from './SeriesPanel.module.css'
import type { SetAddress } from './useQuestion'

const SERIES = graphql(`
  query EngagementSeries(
    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter
  ) {
    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {
      lines { points { day value numerator denominator } }
    }
  }
`)

type Point = EngagementSeriesQuery['engagementSeries']['lines'][number]['points'][number]
const { series: words } = engagement

/** A measure over time in the calendar of a time zone, with the same one of the days compared with. */
export function SeriesPanel({ question, set, view }: { question: Question; set: SetAddress; view: string }) {
  const { measure, interval, zone } = question
  const compared = comparedDays(question, dayIn(zone, new Date()))
  const asked = { measure, interval, timeZone: zone }
  const variables = { ...asked, filter: filterOf(question) }
  const [{ data, error, stale }, again] = useQuery({ query: SERIES, variables })
  const [before, beforeAgain] = useQuery({
    query: SERIES,
    variables: { ...asked, filter: filterOf(question, compared ?? question.days) },
    pause: compared === null,
  })
  const points = data?.engagementSeries.lines[0]?.points ?? []
  const earlier = compared === null ? [] : (before.data?.engagementSeries.lines[0]?.points ?? [])
  const isRate = measure.endsWith('_RATE')
  const format = (value: number) => (isRate ? percent(value) : value.toLocaleString())
  const said = ({ value, numerator, denominator }: Point) => {
    if (value === null) return words.noValue
    return denominator !== null && numerator !== null
      ? `${format(value)} (${words.ofThem(numerator, denominator)})`
      : format(value)
  }
  const lines: (LinePoint & { said: string; saidBefore: string | null })[] = points.map((point, place) => {
    const previous = earlier[place]
    return {
      tick: tickOf(point.day, interval),
      name: words.name[interval](nameOf(point.day, interval)),
      value: point.value,
      ...(previous ? { previous: previous.value } : {}),
      said: said(point),
      saidBefore: previous ? said(previous) : null,
    }
  })
  const sentence = (point: LinePoint) => {
    const line = point as (typeof lines)[number]
    return words.sentence(line.name, line.said, line.saidBefore)
  }
  const title = words.measures[measure]
  return (
    <Answer
      title={words.title}
      controls={
        <>
          <NativeSelect
            aria-label={words.measure}
            value={measure}
            onChange={(event) => set({ measure: event.currentTarget.value })}
            data={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
          />
          <NativeSelect
            aria-label={words.interval}
            value={interval}
            onChange={(event) => set({ interval: event.currentTarget.value })}
            data={INTERVALS.map((value) => ({ value, label: words.intervals[value] }))}
          />
        </>
      }
      query={{ document: SERIES, variables }}
      error={error ?? (compared ? before.error : undefined)}
      onRetry={() => {
        again({ requestPolicy: 'network-only' })
        if (compared) beforeAgain({ requestPolicy: 'network-only' })
      }}
      waiting={data ? null : <Skeleton height={220} radius="sm" />}
      empty={points.length === 0}
      stale={stale}
      view={{ name: 'series', value: view, set }}
      flush={view === 'table'}
    >
      {view === 'table' ? (
        <div className={styles.table}>
          <SmallTable
            label={title}
            rows={lines}
            idOf={(line) => line.name}
            columns={[
              { id: 'name', header: words.intervals[interval], head: true, cell: (line) => line.name },
              { id: 'value', header: title, align: 'end', cell: (line) => line.said },
              ...(compared
                ? [
                    {
                      id: 'before',
                      header: words.previous,
                      align: 'end' as const,
                      cell: (line: (typeof lines)[number]) => line.saidBefore,
                    },
                  ]
                : []),
            ]}
          />
        </div>
      ) : (
        <>
          <LineChart
            label={`${title}. ${words.keys}`}
            points={lines}
            format={format}
            sentence={sentence}
            whole={!isRate}
          />
          <p className={styles.note}>
            {engagement.zone}: {zone}
            {compared && <span className={styles.previous}>{words.previous}</span>}
          </p>
        </>
      )}
    </Answer>
  )
}

function tickOf(day: string, interval: Question['interval']): string {
  const parts = interval === 'MONTH' ? { month: 'short', year: '2-digit' } : { month: 'short', day: 'numeric' }
  return new Intl.DateTimeFormat(undefined, { ...(parts as object), timeZone: 'UTC' }).format(new Date(day))
}

function nameOf(day: string, interval: Question['interval']): string {
  const parts = interval === 'MONTH' ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' }
  return new Intl.DateTimeFormat(undefined, { ...(parts as object), timeZone: 'UTC' }).format(new Date(day))
}
