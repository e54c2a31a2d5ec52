import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from 'react-router/dom'
import { Provider } from 'urql'
import { ViewerProvider } from '../crm/Viewer'
import { ShortcutProvider } from '../ui/Shortcuts'
import { client } from './client'
import { router } from './router'
import { theme } from './theme'

/** The app, with all that its pages stand on. */
export function App() {
  return (
    // Variables and classes stand in style sheets: the pages' security policy lets no style elements in.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Provider value={client}>
        <ShortcutProvider>
          <ViewerProvider waiting={null}>
            <RouterProvider router={router} />
          </ViewerProvider>
          <Notifications position="bottom-right" />
        </ShortcutProvider>
      </Provider>
    </MantineProvider>
  )
}
