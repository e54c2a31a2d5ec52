import { useLayoutEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import styles from './Subnav.module.css'

/** The parts of a page, each with an address of its own. */
export function Subnav(props: { label: string; parts: { to: string; title: string; end?: boolean }[] }) {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the parts scroll, and the open one is to be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address tells which part is open
  useLayoutEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (nav.current && open) nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2
  }, [pathname])
  return (
    <nav ref={nav} className={styles.nav} aria-label={props.label}>
      {props.parts.map((part) => (
        <NavLink key={part.to} to={part.to} end={part.end ?? false} className={styles.part ?? ''}>
          {part.title}
        </NavLink>
      ))}
    </nav>
  )
}
