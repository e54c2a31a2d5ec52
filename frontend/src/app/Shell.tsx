import { ActionIcon } from '@mantine/core'
import MenuIcon from 'lucide-react/icons/menu'
import Search from 'lucide-react/icons/search'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router'
import { later, usePart } from '../lib/later'
import { useIdle } from '../lib/useIdle'
import { app } from '../strings/app'
import { ui } from '../strings/ui'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { useShortcuts } from '../ui/Shortcuts'
import { undoLatest } from '../ui/UndoToast'
import { Account } from './Account'
import { Navigation } from './Navigation'
import { PAGES } from './pages'
import styles from './Shell.module.css'
import { useScheme } from './scheme'

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }))
const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet')).ShortcutSheet }))

const DRAWER = later(async () => (await import('./NavigationDrawer')).NavigationDrawer)

/** What stands around every page: the navigation, the way to the palette, who is signed in. */
export function Shell() {
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | 'navigation' | null>(null)
  const navigate = useNavigate()
  const { state } = useNavigation()
  const { pathname } = useLocation()
  const scheme = useScheme()
  useShortcuts([
    { keys: 'mod+k', does: app.shortcuts.palette, group: app.shortcuts.everywhere, act: () => setOverlay('palette') },
    { keys: '/', does: app.shortcuts.search, group: app.shortcuts.everywhere, act: focusSearch },
    { keys: '?', does: app.shortcuts.show, group: app.shortcuts.everywhere, act: () => setOverlay('shortcuts') },
    { keys: 'mod+z', does: ui.undo, group: app.shortcuts.everywhere, act: undoUnlessTyping },
    { keys: 'mod+j', does: app.shortcuts.scheme, group: app.shortcuts.everywhere, act: scheme.flip },
    ...PAGES.flat().map((page) => ({
      keys: `g ${page.key}`,
      does: app.shortcuts.goTo(page.title),
      group: app.shortcuts.everywhere,
      act: () => navigate(page.path),
    })),
  ])
  const close = () => setOverlay(null)
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {app.skip}
      </a>
      <section className={styles.top} aria-label={app.name}>
        <ActionIcon aria-label={app.openNavigation} onClick={() => setOverlay('navigation')}>
          <MenuIcon size={18} />
        </ActionIcon>
        <span className={styles.brand}>{app.name}</span>
        <ActionIcon aria-label={app.palette.open} onClick={() => setOverlay('palette')}>
          <Search size={17} />
        </ActionIcon>
        <Account compact />
      </section>
      <section className={styles.side} aria-label={app.side}>
        <div className={styles.mark}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="22" height="22" />
          {app.name}
        </div>
        <Navigation onPalette={() => setOverlay('palette')} />
        <Account />
      </section>
      <Narrow opened={overlay === 'navigation'} onClose={close}>
        <Navigation onPalette={() => setOverlay('palette')} onGo={close} />
      </Narrow>
      <main id="content" tabIndex={-1} className={styles.content} aria-busy={state === 'loading'}>
        <ErrorBoundary key={pathname.split('/')[1]}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} onShortcuts={() => setOverlay('shortcuts')} />}
        {overlay === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </div>
  )
}

/** The navigation of narrow windows. What it lies in comes when the page rests, or is asked for. */
function Narrow(props: { opened: boolean; onClose: () => void; children: ReactNode }) {
  const Drawer = usePart(DRAWER, { idle: useIdle(), wanted: props.opened })
  return Drawer && <Drawer {...props} />
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
  return field !== null
}

/** In a field Ctrl/Cmd-Z is the field's own. */
function undoUnlessTyping(): boolean {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) return false
  void undoLatest()
  return true
}
