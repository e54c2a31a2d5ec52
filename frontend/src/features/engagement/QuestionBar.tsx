import { Button, NativeSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { addDays } from '../../lib/zonedDays'
import { engagement } from '../../strings/engagement'
import { FacetFilter } from './FacetFilter'
import styles from './QuestionBar.module.css'
import { COMPARISONS, FACET_NAMES, PERIODS, type Question } from './question'
import type { SetAddress } from './useQuestion'

/** The period, what it is compared with, and whom the numbers are about. */
export function QuestionBar({ question, set }: { question: Question; set: SetAddress }) {
  const { period, days, facets } = question
  const chosen = FACET_NAMES.some((name) => facets[name].length > 0)
  const choosePeriod = (value: string) => {
    const dates = value === 'days' ? { from: days.from, to: days.to && addDays(days.to, -1) } : { from: null, to: null }
    set({ period: value, ...dates })
  }
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <SegmentedControl
          aria-label={engagement.period.label}
          value={period}
          onChange={choosePeriod}
          data={PERIODS.map((value) => ({ value, label: engagement.period.options[value] }))}
        />
        {period === 'days' && (
          <>
            <TextInput
              type="date"
              aria-label={engagement.period.from}
              value={days.from ?? ''}
              onChange={(event) => set({ from: event.currentTarget.value || null })}
            />
            <TextInput
              type="date"
              aria-label={engagement.period.to}
              value={days.to ? addDays(days.to, -1) : ''}
              onChange={(event) => set({ to: event.currentTarget.value || null })}
            />
          </>
        )}
        <div className={styles.labelled}>
          <label htmlFor="compare">{engagement.compare.label}</label>
          <NativeSelect
            id="compare"
            value={question.comparison}
            disabled={days.from === null}
            onChange={(event) =>
              set({ compare: event.currentTarget.value === 'nothing' ? null : event.currentTarget.value })
            }
            data={COMPARISONS.map((value) => ({ value, label: engagement.compare.options[value] }))}
          />
        </div>
        <Select
          aria-label={engagement.zone}
          title={engagement.zone}
          className={styles.zone ?? ''}
          value={question.zone}
          onChange={(zone) => set({ zone })}
          data={ZONES.includes(question.zone) ? ZONES : [question.zone, ...ZONES]}
          searchable
          allowDeselect={false}
          limit={60}
        />
      </div>
      <div className={styles.line}>
        {FACET_NAMES.map((facet) => (
          <FacetFilter
            key={facet}
            facet={facet}
            chosen={facets[facet]}
            onChange={(values) => set({ [facet]: values })}
          />
        ))}
        {chosen && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => set(Object.fromEntries(FACET_NAMES.map((name) => [name, null])))}
          >
            {engagement.clear}
          </Button>
        )}
      </div>
    </div>
  )
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
