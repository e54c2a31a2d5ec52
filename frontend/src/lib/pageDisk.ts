import type { PartPlace } from './partedFile'

// The file system that a browser keeps for the pages of an origin: on its disk, seen by no one, and asking nobody. A file has
// a folder there, and as long as its page is open, that page holds a lock of the folder's name.
const PREFIX = 'file-'

/** A folder of its own for the parts of a file; null where the browser has none, as at an insecure address. */
export async function takeFolder(): Promise<PartPlace | null> {
  const root = await rootFolder()
  if (root === null) return null
  const name = `${PREFIX}${crypto.randomUUID()}`
  const leave = await hold(name)
  let count = 0
  return {
    put: async (text) => {
      const folder = await root.getDirectoryHandle(name, { create: true })
      const file = await folder.getFileHandle(String(count), { create: true })
      count += 1
      const stream = await file.createWritable()
      await stream.write(text)
      await stream.close()
      return file.getFile()
    },
    clear: async () => {
      await remove(root, name)
      leave()
    },
  }
}

/** Removes the files that pages left when they were closed. */
export async function removeLeftFolders(): Promise<void> {
  const root = await rootFolder()
  if (root === null) return
  const names: string[] = []
  for await (const name of root.keys()) if (name.startsWith(PREFIX)) names.push(name)
  for (const name of names) {
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && remove(root, name))
  }
}

/** Removes a folder; one that cannot be is tried again when a page removes what was left. */
async function remove(root: FileSystemDirectoryHandle, name: string) {
  await root.removeEntry(name, { recursive: true }).catch(() => {})
}

async function rootFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory()
  } catch {
    return null // as browsers say it each in its way
  }
}

/** Holds a lock until it is let go or the page is closed. */
function hold(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => new Promise<void>((leave) => resolve(leave))).catch(reject)
  })
}
