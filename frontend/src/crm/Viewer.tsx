import { createContext, type ReactNode, useContext } from 'react'
import { useQuery } from 'urql'
import type { Permission, ViewerQuery } from '../gql/graphql'
import { ErrorNote } from '../ui/ErrorNote'
import { VIEWER } from './viewerQuery'

export type Viewer = ViewerQuery['viewer']

const ViewerContext = createContext<Viewer | null>(null)

/** Knows who looks, for everything inside. Nothing of it is drawn for strangers: the client leads them to sign in. */
export function ViewerProvider(props: { children: ReactNode; waiting: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: VIEWER })
  if (data) return <ViewerContext value={data.viewer}>{props.children}</ViewerContext>
  if (error && error.response?.status !== 401) {
    return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  }
  return props.waiting
}

/** Who looks at this page. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === null) throw new Error('Only what stands inside a ViewerProvider knows who looks')
  return viewer
}

/** Whether they may do something, such as WRITE; what they may not is not offered. */
export function useMay(permission: Permission): boolean {
  return useViewer().permissions.includes(permission)
}
