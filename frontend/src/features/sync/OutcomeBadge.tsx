import { Pill, type Tone } from '../../ui/Pill'
import { outcomeName } from './words'

const TONES: Record<string, Tone> = {
  matched: 'good',
  created: 'info',
  updated: 'info',
  linked: 'info',
  failed: 'danger',
  unmatched: 'quiet',
  unchanged: 'quiet',
}

/** What became of an item. */
export function OutcomeBadge({ outcome }: { outcome: string | null }) {
  return outcome === null ? null : <Pill tone={TONES[outcome] ?? 'quiet'}>{outcomeName(outcome)}</Pill>
}
