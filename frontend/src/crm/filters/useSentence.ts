import { filters } from '../../strings/filters'
import { useTeam } from '../useTeam'
import { useViewer } from '../Viewer'
import type { Condition, FilterField } from './condition'
import { useNames } from './useNames'

/** Says a condition in words: `Stage is any of Replied, Messaged`. */
export function useSentence(): (field: FilterField, condition: Condition) => string {
  const team = useTeam()
  const me = useViewer().id
  const names = useNames()
  return (field, condition) => {
    const operator = field.operators.find(({ id }) => id === condition.operator)
    const { value } = condition
    const nameOf = (id: string): string => {
      if (operator?.entry === 'people')
        return id === me ? filters.me : (team.find((each) => each.id === id)?.name ?? id)
      return field.options?.find((each) => each.value === id)?.label ?? names.get(id) ?? id
    }
    const told = Array.isArray(value)
      ? value.map(nameOf).join(', ')
      : operator?.entry === 'days' && value !== null
        ? filters.lastDays(value)
        : String(value ?? '')
    const words = [field.label, operator?.label, operator?.entry === 'none' ? '' : told || '…']
    return words.filter(Boolean).join(' ')
  }
}
