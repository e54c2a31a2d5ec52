// What a browser remembers of how somebody likes things. It is lost without harm, and holds no data of the server's.

const PREFIX = 'rolograph.'

/** What was kept under a name; null where nothing was, or the browser keeps nothing. */
export function kept<Value>(name: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null')
  } catch {
    return null
  }
}

/** Keep a value under a name; null takes it away. */
export function keep(name: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing shows everything as it usually is.
  }
}
