/** Leave for the page where people sign in, which leads back to where they were. */
export function signIn() {
  const here = window.location.pathname + window.location.search + window.location.hash
  window.location.assign(`/sign-in?${new URLSearchParams({ next: here })}`)
}

/** End the session, on the server too, and leave. */
export async function signOut() {
  await fetch('/session', { method: 'DELETE', credentials: 'same-origin' })
  window.location.assign('/sign-in')
}
