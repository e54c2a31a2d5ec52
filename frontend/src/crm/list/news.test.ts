import { expect, test } from 'vitest'
import { countsOf, NO_NEWS, withNews } from './news'

const told = (id: string, fate: 'CREATED' | 'DELETED' | 'RESTORED') => ({ missed: false, id, fate })

test('who came and who went is counted, each once', () => {
  const happened = [told('a', 'CREATED'), told('a', 'CREATED'), told('b', 'DELETED'), told('c', 'CREATED')]
  const news = happened.reduce(withNews, NO_NEWS)

  expect(countsOf(news, new Set(['b']))).toEqual({ arrived: 2, gone: 1, missed: false })
})

test('who is in the list already is nobody new, and who is not cannot leave it', () => {
  const news = [told('a', 'CREATED'), told('b', 'DELETED')].reduce(withNews, NO_NEWS)

  expect(countsOf(news, new Set(['a']))).toEqual({ arrived: 0, gone: 0, missed: false })
})

test('who was deleted and brought back is no news to a list that shows them', () => {
  const news = [told('a', 'DELETED'), told('a', 'RESTORED')].reduce(withNews, NO_NEWS)

  expect(countsOf(news, new Set(['a']))).toEqual({ arrived: 0, gone: 0, missed: false })
})

test('what could not be told one by one is news by itself', () => {
  const news = withNews(NO_NEWS, { missed: true, id: null, fate: null })

  expect(countsOf(news, new Set())).toEqual({ arrived: 0, gone: 0, missed: true })
})
