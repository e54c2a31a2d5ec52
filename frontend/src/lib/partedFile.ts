/** A place for the parts of a file, outside the memory of the page. */
export type PartPlace = {
  /** Puts a part there, and gives what it is read from; fails where there is no room. */
  put: (text: string) => Promise<Blob>
  /** Removes all parts. */
  clear: () => Promise<void>
}

/** A file of any length that is written as it comes. */
export type PartedFile = {
  /** Writes on. What is written next waits for it. */
  write: (text: string) => Promise<void>
  /** The file, when all is written. It can be read until it is discarded. */
  whole: (type: string) => Promise<Blob>
  /** Removes what was written. */
  discard: () => Promise<void>
}

const PART_LENGTH = 1_000_000 // characters: no more than about so many are in memory

/**
 * A file whose parts are put in a place as soon as they are long enough; what is shorter takes none. Where there is no place,
 * or from where it has no room for a part, parts stay in memory.
 */
export function partedFile(take: () => Promise<PartPlace | null>, partLength = PART_LENGTH): PartedFile {
  const parts: Blob[] = []
  let place: PartPlace | null = null
  let isFull = false
  let rest: string[] = []
  let restLength = 0

  async function put(text: string): Promise<Blob> {
    if (!isFull) {
      try {
        place ??= await take()
        if (place) return await place.put(text)
      } catch {
        // There is no room, or the place is no longer there: what follows stays in memory.
      }
      isFull = true
    }
    return new Blob([text])
  }

  return {
    write: async (text) => {
      rest.push(text)
      restLength += text.length
      if (restLength < partLength) return
      const part = rest.join('')
      rest = []
      restLength = 0
      parts.push(await put(part))
    },
    whole: async (type) => new Blob([...parts.splice(0), ...rest.splice(0)], { type }),
    discard: async () => {
      parts.length = 0
      rest = []
      await place?.clear()
    },
  }
}
