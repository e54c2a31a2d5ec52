// First of all: it says where the editor's workers are.
import 'graphiql/setup-workers/vite'

import { explorerPlugin } from '@graphiql/plugin-explorer'
import { formatResult } from '@graphiql/toolkit'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { getOperationAST, parse } from 'graphql'
import { type ComponentProps, useCallback, useMemo, useState } from 'react'
import { graphiql } from '../../strings/console'
import { ask, NotSignedIn, type Request } from './asking'
import { noteRun } from './lastRun'
import { type Library, readLibrary, ShelfContext } from './library'
import { QueriesPanel } from './QueriesPanel'
import { RunFooter } from './RunFooter'
import { askedIn, variablesOf, variablesText } from './savedQueries'
import { watch } from './watching'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './Workbench.css'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

const QUERIES = { title: graphiql.queries.title, icon: QueriesIcon, content: QueriesPanel }
const PLUGINS = [QUERIES, explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN]

// biome-ignore lint/style/noDefaultExport: React loads a lazy component by its default export
export default function Workbench(props: {
  accessKey: string | null
  library: Library
  onRefused: (error: NotSignedIn) => void
}) {
  const { accessKey, onRefused } = props
  const [library, setLibrary] = useState(props.library)
  const fetcher = useMemo(() => fetcherWith(accessKey, onRefused), [accessKey, onRefused])
  const change = useCallback(
    async <T,>(act: (key: string | null) => Promise<T>) => {
      const came = await act(accessKey)
      setLibrary(await readLibrary(accessKey, null))
      return came
    },
    [accessKey],
  )
  const shelf = useMemo(() => ({ library, change }), [library, change])
  const asked = useMemo(() => initialIn(props.library, window.location.search), [props.library])
  return (
    <main className="console">
      <h1 className="console-title">{graphiql.access.title}</h1>
      <ShelfContext value={shelf}>
        <GraphiQL
          fetcher={fetcher}
          plugins={PLUGINS}
          visiblePlugin={QUERIES}
          defaultQuery={graphiql.welcome}
          {...asked}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <a className="console-home" href="/">
              {graphiql.home}
            </a>
          </GraphiQL.Logo>
          <GraphiQL.Footer>
            <RunFooter />
          </GraphiQL.Footer>
        </GraphiQL>
      </ShelfContext>
    </main>
  )
}

/** What the editors begin with, where the address asks for a query that is there, or brings a document. */
function initialIn({ asked }: Library, search: string) {
  const inAddress = askedIn(search)
  if (inAddress?.document) {
    return { initialQuery: inAddress.document, initialVariables: variablesText(inAddress.variables ?? {}) }
  }
  if (asked === null) return null
  const variables = { ...variablesOf(asked), ...inAddress?.variables }
  return { initialQuery: asked.document, initialVariables: variablesText(variables) }
}

function fetcherWith(key: string | null, onRefused: (error: NotSignedIn) => void): Fetcher {
  return (async (request: Request) => {
    if (isSubscription(request)) return watched(request, key, onRefused)
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

async function* watched(request: Request, key: string | null, onRefused: (error: NotSignedIn) => void) {
  try {
    yield* watch(request, key)
  } catch (error) {
    if (error instanceof NotSignedIn) onRefused(error)
    throw error
  }
}

/** Whether a request is to be listened to. Read from its text: what GraphiQL has parsed lags behind who types and runs. */
function isSubscription({ query, operationName }: Request): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription'
  } catch {
    return false // the server says what is wrong with it
  }
}

function QueriesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 2.5h10a1 1 0 0 1 1 1v14l-6-3.6-6 3.6v-14a1 1 0 0 1 1-1Z" />
    </svg>
  )
}
