import { expect, test } from 'vitest'
import { type PartPlace, partedFile } from './partedFile'

/** A place with room for so many parts, and the parts in it. */
function placeOf(room: number): { place: PartPlace; parts: string[] } {
  const parts: string[] = []
  const put = async (text: string) => {
    if (parts.length === room) throw new DOMException('The disk is full', 'QuotaExceededError')
    parts.push(text)
    return new Blob([text])
  }
  const clear = async () => {
    parts.length = 0
  }
  return { place: { put, clear }, parts }
}

test('what is long enough is put in the place, and the file is all of it in order', async () => {
  const { place, parts } = placeOf(9)
  const file = partedFile(async () => place, 4)

  for (const text of ['a', 'bcé', 'd', 'efgh', 'i']) await file.write(text)
  const whole = await file.whole('text/csv')

  expect(parts).toEqual(['abcé', 'defgh'])
  expect([await whole.text(), whole.type]).toEqual(['abcédefghi', 'text/csv'])
})

test('a short file takes no place', async () => {
  let taken = 0
  const file = partedFile(async () => {
    taken += 1
    return placeOf(9).place
  }, 4)

  await file.write('abc')

  expect(await (await file.whole('text/csv')).text()).toBe('abc')
  expect(taken).toBe(0)
})

test('a file is whole where there is no place, and where it has no more room', async () => {
  const { place, parts } = placeOf(1)
  const files = [partedFile(async () => null, 2), partedFile(async () => place, 2)]

  for (const file of files) for (const text of ['ab', 'cd', 'ef', 'g']) await file.write(text)

  const texts = await Promise.all(files.map(async (each) => (await each.whole('text/csv')).text()))
  expect(texts).toEqual(['abcdefg', 'abcdefg'])
  expect(parts).toEqual(['ab'])
})

test('a place that had no room once is asked no more', async () => {
  let asked = 0
  const place: PartPlace = {
    put: async () => {
      asked += 1
      throw new DOMException('The disk is full', 'QuotaExceededError')
    },
    clear: async () => {},
  }
  const file = partedFile(async () => place, 1)

  for (const text of ['a', 'b', 'c']) await file.write(text)

  expect(await (await file.whole('text/csv')).text()).toBe('abc')
  expect(asked).toBe(1)
})

test('what is discarded is removed', async () => {
  const { place, parts } = placeOf(9)
  const file = partedFile(async () => place, 1)

  await file.write('a')
  await file.discard()

  expect(parts).toEqual([])
})
