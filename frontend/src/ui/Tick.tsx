import type { MouseEvent } from 'react'
import styles from './Tick.module.css'

/** A checkbox as Mantine draws it, for lists that have one in each row: a single element, which costs next to nothing. */
export function Tick(props: {
  label: string
  checked: boolean
  /** Whether some of what it stands for are checked, and some are not. */
  mixed?: boolean
  /** Whether it is reached by Tab. */
  tabbed?: boolean
  onClick: (event: MouseEvent<HTMLInputElement>) => void
}) {
  return (
    <input
      type="checkbox"
      className={styles.tick}
      aria-label={props.label}
      tabIndex={props.tabbed ? 0 : -1}
      checked={props.checked}
      ref={(input) => {
        if (input) input.indeterminate = props.mixed ?? false
      }}
      onClick={props.onClick}
      onChange={ignored}
    />
  )
}

// A click tells what a change would, and which keys are held.
function ignored() {}
