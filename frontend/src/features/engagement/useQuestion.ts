import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { timeZone } from '../../lib/times'
import { type Question, questionIn } from './question'

/** What the page is asked, and the way to change its address: a text, several, or null to take something away. */
export function useQuestion() {
  const [params, setParams] = useSearchParams()
  const question: Question = useMemo(() => questionIn(params, new Date(), timeZone()), [params])
  const set = useCallback(
    (changes: Record<string, string | string[] | null>) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name)
          for (const each of value === null ? [] : [value].flat()) next.append(name, each)
        }
        return next
      }),
    [setParams],
  )
  return { question, params, set }
}

export type SetAddress = ReturnType<typeof useQuestion>['set']
