import { useState } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import { sync } from '../../strings/sync'
import { failed, told } from '../../ui/UndoToast'
import type { Candidate, Case } from './CaseItem'
import { recordName } from './words'

const LINK = graphql(`
  mutation LinkExternal($externalId: ID!, $recordId: ID!) {
    linkExternal(externalId: $externalId, recordId: $recordId) {
      ... on ExternalLinked { changeSetId }
      ... on Problem { code message }
    }
  }
`)

const keyOf = ({ entity, externalId }: Case) => `${entity} ${externalId}`

/** Says which record an item is, which can be taken back. What is settled is gone before the list is read again. */
export function useLinking(reload: () => Promise<void>) {
  const act = useAct()
  const revert = useRevert()
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const open = (item: Case) => setSettled((before) => new Set([...before].filter((each) => each !== keyOf(item))))
  const link = async (item: Case, record: Candidate) => {
    setSettled((before) => new Set([...before, keyOf(item)]))
    try {
      const { linkExternal } = await act(LINK, { externalId: item.externalId ?? '', recordId: record.id })
      void reload()
      told(sync.ambiguous.done(recordName(record)), async () => {
        await revert([linkExternal.changeSetId])
        open(item)
        await reload()
      })
    } catch (problem) {
      open(item)
      failed(problem)
    }
  }
  return { link, isSettled: (item: Case) => settled.has(keyOf(item)) }
}
