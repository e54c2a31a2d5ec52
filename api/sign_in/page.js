// The sign-in page: one section of it is shown at a time.
// A link's token stands behind the # of the address; it is posted, taken out of the address, and kept nowhere.

const VIEWER = '{ viewer { id label role user { email passwordSetAt } session { method createdAt } } }'
const SET_EMAIL = `mutation($id: ID!, $email: String) {
  updateUser(id: $id, changes: { email: $email }) { ... on Problem { code message } } }`
const SET_PASSWORD = `mutation($new: String!, $current: String) {
  changePassword(newPassword: $new, currentPassword: $current) { ... on Problem { code message } } }`
const FRESH_MINUTES = 15 // after a link the current password is not needed, for as long

const part = (id) => document.getElementById(id)
const sections = ['waiting', 'sign-in', 'set-password', 'signed-in']

async function call(method, path, body) {
  let response
  try {
    response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    throw new Error('The server cannot be reached. Is it running, and are you connected?')
  }
  if (response.status === 204) return null
  const answer = await response.json().catch(() => null)
  if (!response.ok) {
    const error = new Error(answer?.message ?? `The server answered ${response.status}, and did not say why.`)
    error.status = response.status
    throw error
  }
  return answer
}

async function ask(query, variables) {
  const { data, errors } = await call('POST', '/graphql', { query, variables }).catch((error) => {
    if (error.status === 401) error.message = 'You are not signed in any more.'
    throw error
  })
  const refusal = errors?.[0] ?? Object.values(data).find((act) => act?.code)
  if (refusal) throw new Error(refusal.message)
  return data
}

function show(id) {
  for (const each of sections) part(each).hidden = each !== id
  part(`${id}-title`).focus()
  document.title = `${part(`${id}-title`).textContent} · Rolograph`
}

function say(id, text) {
  for (const each of ['error', 'notice']) {
    part(each).hidden = true
    part(each).textContent = ''
  }
  if (text) {
    part(id).textContent = text
    part(id).hidden = false
  }
}

// Runs what a button does: once at a time, and with its failure told.
async function attempt(button, work) {
  say()
  button.disabled = true
  try {
    await work()
  } catch (error) {
    say('error', error.message)
    if (error.status === 401 && part('sign-in').hidden) show('sign-in')
  } finally {
    button.disabled = false
  }
}

function onSubmit(id, work) {
  part(id).addEventListener('submit', (event) => {
    event.preventDefault()
    attempt(event.submitter ?? event.target.querySelector('button'), () => work(event.target.elements))
  })
}

function onClick(id, work) {
  part(id).addEventListener('click', (event) => attempt(event.currentTarget, work))
}

// Where the address says to go on to: a page of this server, or none.
function next() {
  const wanted = new URLSearchParams(location.search).get('next')
  if (!wanted) return null
  const url = URL.parse ? URL.parse(wanted, location.origin) : new URL(wanted, location.origin)
  return url && url.origin === location.origin && url.pathname !== location.pathname ? url.href : null
}

let viewer

// The app, where this server has one; it may still be being built.
async function app() {
  const answer = await fetch('/', { method: 'HEAD', headers: { accept: 'text/html' } }).catch(() => null)
  return answer && (answer.ok || answer.status === 503) ? '/' : null
}

// On to what was asked for, or to the app for somebody who just came; else what may be done here is shown.
async function goOn({ justCame }) {
  const page = next() ?? (justCame ? await app() : null)
  if (page) return location.assign(page)
  part('who').textContent = viewer.label
  part('role').textContent = viewer.role.toLowerCase()
  show('signed-in')
}

function came() {
  const minutes = (Date.now() - Date.parse(viewer.session.createdAt)) / 60_000
  return viewer.session.method === 'LINK' && minutes < FRESH_MINUTES
}

function openPassword() {
  part('new-email-part').hidden = Boolean(viewer.user.email)
  part('new-email').required = !viewer.user.email
  part('current-part').hidden = came()
  part('current-password').required = !came()
  part('set-password-form').reset()
  show('set-password')
}

async function load() {
  viewer = (await ask(VIEWER)).viewer
}

async function signIn(body) {
  const { method } = await call('POST', '/session', body)
  await load()
  if (method === 'link') openPassword()
  else await goOn({ justCame: true })
}

onSubmit('sign-in-form', async ({ email, password }) => {
  const body = { email: email.value, password: password.value }
  password.value = ''
  await signIn(body)
})

onSubmit('set-password-form', async (fields) => {
  if (fields.new.value !== fields.again.value) throw new Error('The two passwords differ.')
  if (!viewer.user.email) {
    await ask(SET_EMAIL, { id: viewer.id, email: fields.email.value })
  }
  await ask(SET_PASSWORD, { new: fields.new.value, current: fields.current.value || null })
  part('set-password-form').reset()
  await load()
  await goOn({ justCame: true })
  say('notice', 'The password is set.')
})

onClick('not-now', () => goOn({ justCame: true }))
onClick('change-password', openPassword)
onClick('sign-out', async () => {
  await call('DELETE', '/session')
  show('sign-in')
  say('notice', 'You are signed out.')
})
onClick('sign-out-everywhere', async () => {
  await ask('mutation { signOutEverywhere { ... on Problem { code message } } }')
  await call('DELETE', '/session')
  show('sign-in')
  say('notice', 'You are signed out, here and everywhere else.')
})

async function begin() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  show('waiting')
  if (token) {
    history.replaceState(null, '', location.pathname + location.search)
    try {
      return await signIn({ token })
    } catch (error) {
      show('sign-in')
      return say('error', error.message)
    }
  }
  try {
    await load()
    await goOn({ justCame: false })
  } catch (error) {
    show('sign-in')
    if (error.status !== 401) say('error', error.message)
  }
}

begin()
addEventListener('hashchange', begin)
