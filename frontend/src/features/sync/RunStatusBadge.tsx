import type { RunStatus } from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { Pill, type Tone } from '../../ui/Pill'

const TONES: Record<RunStatus, Tone> = {
  SUCCEEDED: 'good',
  PARTLY: 'warn',
  REFUSED: 'danger',
  FAILED: 'danger',
  UNFINISHED: 'warn',
}

/** How a run ended. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  return <Pill tone={TONES[status]}>{sync.status[status]}</Pill>
}
