import { Kbd } from '@mantine/core'
import BookOpen from 'lucide-react/icons/book-open'
import Search from 'lucide-react/icons/search'
import Terminal from 'lucide-react/icons/square-terminal'
import { NavLink } from 'react-router'
import { app } from '../strings/app'
import styles from './Navigation.module.css'
import { PAGES } from './pages'

/** The way to every page, to the palette, and to what stands beside the app. */
export function Navigation(props: { onPalette: () => void; onGo?: () => void }) {
  return (
    <nav className={styles.navigation} aria-label={app.navigation}>
      <button type="button" className={styles.find} onClick={props.onPalette}>
        <Search size={15} />
        <span>{app.palette.find}</span>
        <Kbd size="xs">{modifier()}K</Kbd>
      </button>
      {PAGES.map((group) => (
        <ul key={group[0]?.path} className={styles.group}>
          {group.map((page) => (
            <li key={page.path}>
              <NavLink to={page.path} className={styles.link ?? ''} {...(props.onGo ? { onClick: props.onGo } : {})}>
                <page.icon size={17} strokeWidth={1.8} />
                {page.title}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
      <ul className={styles.group}>
        <li>
          <a className={styles.link} href="/graphiql">
            <Terminal size={17} strokeWidth={1.8} />
            {app.elsewhere.console}
          </a>
        </li>
        <li>
          <a className={styles.link} href="/docs">
            <BookOpen size={17} strokeWidth={1.8} />
            {app.elsewhere.documentation}
          </a>
        </li>
      </ul>
    </nav>
  )
}

function modifier(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '
}
