import { sync } from '../strings/sync'

/** What an act of a run is called; one without a name of its own is told by that of its resolver. */
export function actName(act: string): string {
  return sync.acts[act] ?? (act.charAt(0).toUpperCase() + act.slice(1)).replaceAll('_', ' ')
}
