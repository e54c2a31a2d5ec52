import { cacheExchange, createClient, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { ask } from './asking'

const COUNT = gql<{ count: number }, Record<string, never>>('query Count { count }')

test('a question that is asked anew is not answered by one from before', async () => {
  const answers: ((count: number) => void)[] = []
  const client = createClient({
    url: 'http://crm.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: () =>
      new Promise<Response>((resolve) => {
        const headers = { 'content-type': 'application/json' }
        answers.push((count) => resolve(new Response(JSON.stringify({ data: { count } }), { headers })))
      }),
  })
  const asked = async (times: number) => {
    while (answers.length < times) await new Promise((resolve) => setTimeout(resolve))
  }

  const first = ask(client, COUNT, {}, 'network-only')
  await asked(1)
  const again = ask(client, COUNT, {}, 'network-only')
  const either = ask(client, COUNT, {}, 'cache-first')
  answers[0]?.(1)
  await asked(2)
  answers[1]?.(2)

  const counts = (await Promise.all([first, again, either])).map(({ data }) => data?.count)
  expect(counts).toEqual([1, 2, 1])
  expect(answers).toHaveLength(2)
})
