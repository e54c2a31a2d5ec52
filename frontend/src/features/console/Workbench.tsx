// First of all: it says where the editor's workers are.
import 'graphiql/setup-workers/vite'

import { explorerPlugin } from '@graphiql/plugin-explorer'
import { formatResult } from '@graphiql/toolkit'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { type ComponentProps, useMemo } from 'react'
import { ask, NotSignedIn } from './asking'
import { ExamplesPanel } from './ExamplesPanel'
import { noteRun } from './lastRun'
import { RunFooter } from './RunFooter'
import { queryInAddress, variablesText } from './savedQueries'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './Workbench.css'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

const EXAMPLES = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel }
const PLUGINS = [EXAMPLES, explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN]
const WELCOME = '# Choose an example on the left, or write a query here. Ctrl-Space completes, Ctrl-Enter runs it.\n'

// biome-ignore lint/style/noDefaultExport: React loads a lazy component by its default export
export default function Workbench(props: { accessKey: string | null; onRefused: (error: NotSignedIn) => void }) {
  const { accessKey, onRefused } = props
  const fetcher = useMemo(() => fetcherWith(accessKey, onRefused), [accessKey, onRefused])
  const asked = useMemo(() => queryInAddress(window.location.search), [])
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      visiblePlugin={EXAMPLES}
      defaultQuery={WELCOME}
      {...(asked && { initialQuery: asked.document, initialVariables: variablesText(asked) })}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="console-home" href="/">
          Rolograph
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <RunFooter />
      </GraphiQL.Footer>
    </GraphiQL>
  )
}

function fetcherWith(key: string | null, onRefused: (error: NotSignedIn) => void): Fetcher {
  return (async (request: { query: string; operationName?: string | null; variables?: unknown }) => {
    try {
      const { result, milliseconds } = await ask(request, key)
      // The schema is asked for by GraphiQL itself.
      if (request.operationName !== 'IntrospectionQuery') noteRun(formatResult(result), milliseconds, result)
      return result
    } catch (error) {
      if (error instanceof NotSignedIn) onRefused(error)
      throw error
    }
  }) as Fetcher
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 2.5h10a1 1 0 0 1 1 1v14l-6-3.6-6 3.6v-14a1 1 0 0 1 1-1Z" />
    </svg>
  )
}
