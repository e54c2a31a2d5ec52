import { createBrowserRouter, Navigate } from 'react-router'
import { NotFound } from './NotFound'
import { OTHER_ROUTES, PAGES } from './pages'
import { Shell } from './Shell'

/** Every address of the app; each page is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/contacts" replace /> },
      ...PAGES.flat().flatMap((page) => page.routes),
      ...OTHER_ROUTES,
      { path: '*', Component: NotFound },
    ],
  },
])
