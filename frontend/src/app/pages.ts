import type { LucideIcon } from 'lucide-react'
import Building2 from 'lucide-react/icons/building-2'
import Handshake from 'lucide-react/icons/handshake'
import ListChecks from 'lucide-react/icons/list-checks'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Users from 'lucide-react/icons/users'
import type { RouteObject } from 'react-router'
import { app } from '../strings/app'

/** A page of the navigation: one line here gives it its address, its place, its `g` shortcut and its entry in the palette. */
export type AppPage = {
  path: string
  title: string
  icon: LucideIcon
  /** The key after `g`. */
  key: string
  routes: RouteObject[]
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
          lazy: async () => ({ Component: (await import('../features/contacts/ContactsPage')).ContactsPage }),
        },
        {
          path: 'contacts/:id',
          lazy: async () => ({ Component: (await import('../features/contact/ContactPage')).ContactPage }),
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
          lazy: async () => ({ Component: (await import('../features/companies/CompaniesPage')).CompaniesPage }),
        },
        {
          path: 'companies/:id',
          lazy: async () => ({ Component: (await import('../features/company/CompanyPage')).CompanyPage }),
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
]
