import { useState } from 'react'
import { keep, kept } from './kept'

/** A state that this browser remembers under a name. */
export function useKept<Value>(name: string, usual: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => kept<Value>(name) ?? usual)
  const set = (next: Value) => {
    keep(name, next)
    setValue(next)
  }
  return [value, set]
}
