import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { DuplicateState } from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { failed, told } from '../../ui/UndoToast'
import type { PairNode } from './PairItem'
import { recordName } from './words'

const DISMISS = graphql(`
  mutation DismissPair($ids: [ID!]!) {
    dismissPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }
  }
`)
const REOPEN = graphql(`
  mutation ReopenPair($ids: [ID!]!) {
    reopenPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }
  }
`)

const { duplicates: words } = sync

type Listed = { id: string; state: DuplicateState }

/** What people say of pairs. The list shows it before the server has agreed, and it can be taken back. */
export function usePairActs<Node extends Listed>(list: {
  replace: (change: (node: Node) => Node) => void
  reload: () => Promise<void>
}) {
  const act = useAct()
  const put = (pair: PairNode, state: DuplicateState) =>
    list.replace((node) => (node.id === pair.id ? { ...node, state } : node))
  const say = async (pair: PairNode, state: DuplicateState) => {
    put(pair, state)
    try {
      if (state === 'DISMISSED') await act(DISMISS, { ids: [pair.id] })
      else await act(REOPEN, { ids: [pair.id] })
    } catch (error) {
      put(pair, state === 'OPEN' ? 'DISMISSED' : 'OPEN')
      throw error
    }
    void list.reload()
  }
  const settle = async (pair: PairNode, state: DuplicateState) => {
    const nameOf = (record: PairNode['first']) => (record ? recordName(record) : words.gone)
    try {
      await say(pair, state)
      const tell = state === 'DISMISSED' ? words.dismissed : words.reopened
      told(tell(nameOf(pair.first), nameOf(pair.second)), () => say(pair, pair.state))
    } catch (error) {
      failed(error)
    }
  }
  return { dismiss: (pair: PairNode) => settle(pair, 'DISMISSED'), reopen: (pair: PairNode) => settle(pair, 'OPEN') }
}
