import { NavLink } from 'react-router'
import styles from './Subnav.module.css'

/** The parts of a page, each with an address of its own. */
export function Subnav(props: { label: string; parts: { to: string; title: string; end?: boolean }[] }) {
  return (
    <nav className={styles.nav} aria-label={props.label}>
      {props.parts.map((part) => (
        <NavLink key={part.to} to={part.to} end={part.end ?? false} className={styles.part ?? ''}>
          {part.title}
        </NavLink>
      ))}
    </nav>
  )
}
