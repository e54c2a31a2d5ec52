import type { ReactNode } from 'react'
import { sync } from '../../strings/sync'
import { Page } from '../../ui/Page'
import { Subnav } from '../../ui/Subnav'

/** What the pages about syncing have in common: their title, and the way from one to the other. */
export function SyncFrame(props: { bar?: ReactNode; count?: ReactNode; fill?: boolean; children: ReactNode }) {
  return (
    <Page
      title={sync.title}
      count={props.count}
      fill={props.fill ?? false}
      bar={
        <>
          <Subnav
            label={sync.tabsLabel}
            parts={[
              { to: '/sync', title: sync.tabs.runs, end: true },
              { to: '/sync/ambiguous', title: sync.tabs.ambiguous },
              { to: '/sync/duplicates', title: sync.tabs.duplicates },
              { to: '/sync/preview', title: sync.tabs.preview },
            ]}
          />
          {props.bar}
        </>
      }
    >
      {props.children}
    </Page>
  )
}
