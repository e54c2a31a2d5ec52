import type { LucideIcon } from 'lucide-react'
import Building2 from 'lucide-react/icons/building-2'
import ChartNoAxesColumn from 'lucide-react/icons/chart-no-axes-column'
import Handshake from 'lucide-react/icons/handshake'
import ListChecks from 'lucide-react/icons/list-checks'
import ListTree from 'lucide-react/icons/list-tree'
import MessagesSquare from 'lucide-react/icons/messages-square'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import SettingsIcon from 'lucide-react/icons/settings'
import Users from 'lucide-react/icons/users'
import { type RouteObject, redirect } from 'react-router'
import { app } from '../strings/app'
import { askFor, SCRIPTS } from './asks'

/** A page of the navigation: one line here gives it its address, its place, its `g` shortcut and its entry in the palette. */
export type AppPage = {
  path: string
  title: string
  icon: LucideIcon
  /** The key after `g`. */
  key: string
  routes: RouteObject[]
}

const SOON_MS = 150 // shorter than it takes to miss a page

// What the page shows is asked for while its script is fetched. If it comes soon, the page is drawn once, with it. Later the
// page asks by itself, whatever its address becomes.
const ASKING: Pick<RouteObject, 'loader' | 'shouldRevalidate'> = {
  loader: async ({ request }) => {
    const later = new Promise((next) => setTimeout(next, SOON_MS))
    await Promise.race([askFor(new URL(request.url)), later])
    return null
  },
  shouldRevalidate: () => false,
}

/** The pages in the order of the navigation, parted into what is sold with and what is looked after. */
export const PAGES: AppPage[][] = [
  [
    {
      path: '/contacts',
      title: app.pages.contacts,
      icon: Users,
      key: 'c',
      routes: [
        {
          path: 'contacts',
          ...ASKING,
          lazy: async () => ({ Component: (await SCRIPTS.contacts()).ContactsPage }),
        },
        {
          path: 'contacts/:id',
          ...ASKING,
          lazy: async () => ({ Component: (await SCRIPTS.contact()).ContactPage }),
        },
      ],
    },
    {
      path: '/companies',
      title: app.pages.companies,
      icon: Building2,
      key: 'o',
      routes: [
        {
          path: 'companies',
          ...ASKING,
          lazy: async () => ({ Component: (await SCRIPTS.companies()).CompaniesPage }),
        },
        {
          path: 'companies/:id',
          ...ASKING,
          lazy: async () => ({ Component: (await SCRIPTS.company()).CompanyPage }),
        },
      ],
    },
    {
      path: '/deals',
      title: app.pages.deals,
      icon: Handshake,
      key: 'd',
      routes: [
        {
          path: 'deals/:id?',
          lazy: async () => ({ Component: (await import('../features/deals/DealsPage')).DealsPage }),
        },
      ],
    },
    {
      path: '/tasks',
      title: app.pages.tasks,
      icon: ListChecks,
      key: 't',
      routes: [
        {
          path: 'tasks',
          lazy: async () => ({ Component: (await import('../features/tasks/TasksPage')).TasksPage }),
        },
      ],
    },
    {
      path: '/activities',
      title: app.pages.activities,
      icon: MessagesSquare,
      key: 'a',
      routes: [
        {
          path: 'activities',
          lazy: async () => ({ Component: (await import('../features/activities/ActivitiesPage')).ActivitiesPage }),
        },
      ],
    },
  ],
  [
    {
      path: '/engagement',
      title: app.pages.engagement,
      icon: ChartNoAxesColumn,
      key: 'e',
      routes: [
        {
          path: 'engagement',
          lazy: async () => ({ Component: (await import('../features/engagement/EngagementPage')).EngagementPage }),
        },
      ],
    },
    {
      path: '/sync',
      title: app.pages.sync,
      icon: RefreshCw,
      key: 's',
      routes: [
        { path: 'sync', lazy: async () => ({ Component: (await import('../features/sync/SyncPage')).SyncPage }) },
        {
          path: 'sync/ambiguous',
          lazy: async () => ({ Component: (await import('../features/sync/AmbiguousPage')).AmbiguousPage }),
        },
        {
          path: 'sync/duplicates',
          lazy: async () => ({ Component: (await import('../features/sync/DuplicatesPage')).DuplicatesPage }),
        },
        {
          path: 'sync/preview',
          lazy: async () => ({ Component: (await import('../features/sync/PreviewPage')).PreviewPage }),
        },
        { path: 'sync/:runId', lazy: async () => ({ Component: (await import('../features/sync/RunPage')).RunPage }) },
      ],
    },
    {
      path: '/fields',
      title: app.pages.fields,
      icon: ListTree,
      key: 'f',
      routes: [
        {
          path: 'fields',
          lazy: async () => ({ Component: (await import('../features/fields/FieldsPage')).FieldsPage }),
        },
      ],
    },
    {
      path: '/settings',
      title: app.pages.settings,
      icon: SettingsIcon,
      key: 'p',
      routes: [
        {
          path: 'settings',
          loader: () => redirect('/settings/connection'),
        },
        {
          path: 'settings/connection',
          lazy: async () => ({ Component: (await import('../features/settings/ConnectionPage')).ConnectionPage }),
        },
        {
          path: 'settings/answers',
          lazy: async () => ({ Component: (await import('../features/settings/AnswersPage')).AnswersPage }),
        },
        {
          path: 'settings/matching',
          lazy: async () => ({ Component: (await import('../features/settings/MatchingPage')).MatchingPage }),
        },
        {
          path: 'settings/sales',
          lazy: async () => ({ Component: (await import('../features/settings/SalesPage')).SalesPage }),
        },
        {
          path: 'settings/tags',
          lazy: async () => ({ Component: (await import('../features/settings/TagsPage')).TagsPage }),
        },
        {
          path: 'settings/keys',
          lazy: async () => ({ Component: (await import('../features/settings/KeysPage')).KeysPage }),
        },
        {
          path: 'settings/users',
          lazy: async () => ({ Component: (await import('../features/settings/UsersPage')).UsersPage }),
        },
      ],
    },
  ],
]

/** What has an address and no place in the navigation. */
export const OTHER_ROUTES: RouteObject[] = [
  { path: 'profile', lazy: async () => ({ Component: (await import('../features/profile/ProfilePage')).ProfilePage }) },
]
