import type { Client, CombinedError, TypedDocumentNode } from 'urql'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type {
  CompanyLeadInput,
  Entity,
  ExplainForPreviewQuery,
  LeadInput,
  Tried_ResultFragment,
} from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { ui } from '../../strings/ui'
import { type Effect, effectsOf } from './effects'
import type { PreviewAct } from './samples'
import { type Json, toLead, toUpdate } from './wire'

export const Tried_result = graphql(`
  fragment Tried_result on ItemResult {
    index id externalId created keptHere properties
    problem { code message }
    decision { outcome strategy weak normalizedValue ...Decision_decision }
  }
`)

const SYNC_CONTACTS = graphql(`
  mutation TrySyncContacts($input: [LeadInput!]!) {
    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }
  }
`)
const SYNC_COMPANIES = graphql(`
  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {
    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }
  }
`)
const CREATE_CONTACTS = graphql(`
  mutation TryCreateContacts($input: [LeadInput!]!) {
    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }
  }
`)
const CREATE_COMPANIES = graphql(`
  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {
    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }
  }
`)
const UPDATE_CONTACTS = graphql(`
  mutation TryUpdateContacts($input: [ContactUpdate!]!) {
    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }
  }
`)
const UPDATE_COMPANIES = graphql(`
  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {
    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }
  }
`)

const STORED = graphql(`
  query TriedRecords($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Contact {
        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country
        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }
      }
      ... on Company {
        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType
        foundedYear technologiesUsed tags ownerId customFields { key value }
      }
    }
  }
`)

const EXPLAIN_CONTACT = graphql(`
  query ExplainForPreview($lead: LeadInput!) {
    explained: explainMatch(lead: $lead) {
      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }
    }
  }
`)
const EXPLAIN_COMPANY = graphql(`
  query ExplainCompanyForPreview($lead: CompanyLeadInput!) {
    explained: explainCompanyMatch(lead: $lead) {
      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }
    }
  }
`)

type Answer = { report: { results: FragmentType<typeof Tried_result>[] } }
type Try = TypedDocumentNode<Answer, { input: never[] }>

const TRIES: Record<PreviewAct, Record<Entity, Try>> = {
  sync: { CONTACT: SYNC_CONTACTS as unknown as Try, COMPANY: SYNC_COMPANIES as unknown as Try },
  create: { CONTACT: CREATE_CONTACTS as unknown as Try, COMPANY: CREATE_COMPANIES as unknown as Try },
  update: { CONTACT: UPDATE_CONTACTS as unknown as Try, COMPANY: UPDATE_COMPANIES as unknown as Try },
}

/** What would come of an item: the result, the record it is about as it stands, and what would change on it. */
export type Tried = {
  index: number
  act: PreviewAct
  entity: Entity
  input: Json
  result: Tried_ResultFragment | null
  recordName: string | null
  effects: Effect[]
}

/** Try items out on the server, which writes nothing. What no field could take is told instead, and nothing is asked. */
export async function tryOut(
  client: Client,
  act: PreviewAct,
  entity: Entity,
  items: Json[],
  mayWrite: boolean,
): Promise<{ problems: string[]; tried: Tried[] | null }> {
  const translated = items.map((item) => (act === 'update' ? toUpdate : toLead)(entity, item))
  const problems = translated.flatMap((each, index) =>
    each.problems.map((problem) => `${sync.preview.item(index)}: ${problem}`),
  )
  if (problems.length > 0) return { problems, tried: null }
  const input = translated.map((each) => each.input)
  const results = await (mayWrite ? resultsOf(client, act, entity, input) : explained(client, entity, input))
  const stored = await storedRecords(client, results)
  const tried = items.map((item, index) => {
    const result = results[index] ?? null
    const record = result?.id ? (stored.get(result.id) ?? null) : null
    return {
      index,
      act,
      entity,
      input: input[index] ?? {},
      result,
      recordName: record ? String(record.label ?? record.name ?? record.id) : null,
      effects: act === 'sync' || result?.problem ? [] : effectsOf(entity, item, record, result?.keptHere ?? [], act),
    }
  })
  return { problems, tried }
}

async function resultsOf(client: Client, act: PreviewAct, entity: Entity, input: Json[]) {
  const { report } = answerOf(await client.mutation(TRIES[act][entity], { input: input as never[] }).toPromise())
  return report.results.map((each) => readFragment(Tried_result, each))
}

/** Whom a sync would find, for somebody who may not even try one: an item at a time, and without an answer to Enginy. */
async function explained(client: Client, entity: Entity, leads: Json[]): Promise<Tried_ResultFragment[]> {
  const results: Tried_ResultFragment[] = []
  for (const [index, lead] of leads.entries()) {
    const answer =
      entity === 'CONTACT'
        ? await client.query(EXPLAIN_CONTACT, { lead: lead as LeadInput }).toPromise()
        : await client.query(EXPLAIN_COMPANY, { lead: lead as CompanyLeadInput }).toPromise()
    const { recordId, problem, decision } = answerOf<ExplainForPreviewQuery>(answer).explained
    const nothing = { externalId: null, created: false, keptHere: [], properties: null }
    results.push({ ...nothing, index, id: recordId, problem, decision } as Tried_ResultFragment)
  }
  return results
}

async function storedRecords(client: Client, results: Tried_ResultFragment[]): Promise<Map<string, Json>> {
  const ids = [...new Set(results.flatMap(({ id, created }) => (id && !created ? [id] : [])))]
  if (ids.length === 0) return new Map()
  const { nodes } = answerOf(await client.query(STORED, { ids }, { requestPolicy: 'network-only' }).toPromise())
  return new Map(nodes.flatMap((node) => (node ? [[node.id, node as Json]] : [])))
}

function answerOf<Data>({ data, error }: { data?: Data | undefined; error?: CombinedError | undefined }): Data {
  if (error) throw error
  if (!data) throw new Error(ui.noAnswer)
  return data
}
