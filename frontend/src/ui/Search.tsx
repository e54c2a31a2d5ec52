import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import SearchIcon from 'lucide-react/icons/search'
import { useEffect, useRef, useState } from 'react'
import styles from './Search.module.css'

const TYPING_MS = 200

/** The search field of a page, which `/` leads to; it asks when somebody pauses. */
export function Search(props: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(props.value)
  const told = useRef(props.value)
  // Somebody may go back, or clear all filters: then the field follows the address.
  useEffect(() => {
    if (props.value !== told.current) setText(props.value)
    told.current = props.value
  }, [props.value])
  const tell = useDebouncedCallback((value: string) => {
    told.current = value.trim()
    props.onChange(told.current)
  }, TYPING_MS)
  return (
    <TextInput
      type="search"
      className={styles.search ?? ''}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<SearchIcon size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}
