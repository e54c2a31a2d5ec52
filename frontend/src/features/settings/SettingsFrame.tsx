import type { ReactNode } from 'react'
import { useMay } from '../../crm/Viewer'
import { settings } from '../../strings/settings'
import { Page } from '../../ui/Page'
import { Subnav } from '../../ui/Subnav'

const { tabs } = settings

/** What the pages of the settings have in common: their title, and the way to those that somebody may see. */
export function SettingsFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const parts = [
    { to: '/settings/connection', title: tabs.connection },
    { to: '/settings/answers', title: tabs.answers },
    { to: '/settings/matching', title: tabs.matching },
    { to: '/settings/sales', title: tabs.sales },
    { to: '/settings/tags', title: tabs.tags },
    ...(useMay('MANAGE_KEYS') ? [{ to: '/settings/keys', title: tabs.keys }] : []),
    { to: '/settings/users', title: tabs.users },
  ]
  return (
    <Page title={settings.title} actions={actions} bar={<Subnav label={settings.parts} parts={parts} />}>
      {children}
    </Page>
  )
}
