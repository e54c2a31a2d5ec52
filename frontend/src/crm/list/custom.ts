/** What the names of the columns of custom fields begin with. */
export const CUSTOM = 'custom:'

/** Whether any of these columns needs the custom fields of a record, which are not asked for otherwise. */
export function needsCustom(ids: readonly string[]): boolean {
  return ids.some((id) => id.startsWith(CUSTOM))
}

/** Whether any of these columns is none of the usual ones, whose values alone are asked for otherwise. */
export function needsMore(ids: readonly string[], usual: readonly string[]): boolean {
  return ids.some((id) => !usual.includes(id))
}
