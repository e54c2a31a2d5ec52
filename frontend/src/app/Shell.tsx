import { ActionIcon, Drawer } from '@mantine/core'
import MenuIcon from 'lucide-react/icons/menu'
import Search from 'lucide-react/icons/search'
import { lazy, Suspense, useState } from 'react'
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router'
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
      <Drawer
        opened={overlay === 'navigation'}
        onClose={close}
        size={260}
        title={app.name}
        closeButtonProps={{ 'aria-label': app.closeNavigation }}
      >
        <Navigation onPalette={() => setOverlay('palette')} onGo={close} />
      </Drawer>
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
