import { Button, Menu } from '@mantine/core'
import Bookmark from 'lucide-react/icons/bookmark'
import Trash from 'lucide-react/icons/trash-2'
import { cloneElement, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { SavedViewEntity, SavedViewsQuery } from '../../gql/graphql'
import { later, usePart } from '../../lib/later'
import { useIdle } from '../../lib/useIdle'
import { filters } from '../../strings/filters'
import { failed, told } from '../../ui/UndoToast'
import { useAct } from '../useAct'
import type { Keeping } from './saved'

const VIEWS = graphql(`
  query SavedViews($entity: SavedViewEntity!) {
    savedViews(entity: $entity, first: 100) { nodes { id name isMine isShared filter orderBy columns owner { label } } }
  }
`)

const CREATE = graphql(`
  mutation CreateView($entity: SavedViewEntity!, $view: SavedViewFields!) {
    createSavedView(entity: $entity, view: $view) {
      ... on SavedViewChanged { view { id } }
      ... on Problem { code message }
    }
  }
`)

const UPDATE = graphql(`
  mutation UpdateView($id: ID!, $changes: SavedViewFields!) {
    updateSavedView(id: $id, changes: $changes) {
      ... on SavedViewChanged { id }
      ... on Problem { code message }
    }
  }
`)

const DELETE = graphql(`
  mutation DeleteView($id: ID!) {
    deleteSavedViews(ids: [$id]) { results { problem { code message } } }
  }
`)

type View = SavedViewsQuery['savedViews']['nodes'][number]

const { views: words } = filters

const NAME_FORM = later(async () => (await import('./NameForm')).NameForm)

/** The ways to look at a list that were saved under a name; the one that is open can be saved as well. */
export function SavedViews<State extends { view: string | null }>(props: {
  entity: SavedViewEntity
  state: State
  keeping: Keeping<State>
  /** The filter of the schema that the state makes, which scripts can use as it is. */
  filter: unknown
  /** Shows what a view holds; of a view that was saved or deleted only its id is told. */
  onOpen: (state: State | { view: string | null }) => void
}) {
  const { entity, state, filter, onOpen } = props
  const { fieldsOf, stateOf, textOf } = props.keeping
  const [opened, setOpened] = useState(false)
  const [naming, setNaming] = useState(false)
  const idle = useIdle()
  const NameForm = usePart(NAME_FORM, { idle, wanted: naming })
  // Unless one is open, none of them is seen before the menu is.
  const isWanted = state.view !== null || opened || idle
  const [{ data }] = useQuery({ query: VIEWS, variables: { entity }, pause: !isWanted })
  const act = useAct()
  const views = data?.savedViews.nodes ?? []
  const open = views.find((each) => each.id === state.view)
  const isChanged = open !== undefined && textOf(stateOf(open)) !== textOf(state)

  const show = (view: View) => onOpen(stateOf(view))
  const attempt = async (work: () => Promise<unknown>, message: string) => {
    try {
      await work()
      told(message)
    } catch (error) {
      failed(error)
    }
  }
  const update = (view: View) =>
    attempt(() => act(UPDATE, { id: view.id, changes: fieldsOf(state, filter) }), words.saved(view.name))
  const remove = (view: View) => {
    onOpen({ view: null })
    return attempt(() => act(DELETE, { id: view.id }), words.deleted(view.name))
  }
  const button = (
    <Button variant="default" leftSection={<Bookmark size={15} />}>
      {open ? `${open.name}${isChanged ? ` (${words.changed})` : ''}` : words.button}
    </Button>
  )
  if (!idle && !opened) {
    // The menu takes longer to make than its button, and waits until the list is there.
    return cloneElement(button, { 'aria-haspopup': 'menu', onClick: () => setOpened(true) })
  }
  return (
    <>
      {/* It stands where it is opened, so that it is part of the same landmark. */}
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width={260}
        withinPortal={false}
        floatingStrategy="fixed"
      >
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{words.none}</Menu.Label>}
          <Group label={words.mine} views={views.filter((each) => each.isMine)} onOpen={show} />
          <Group label={words.shared} views={views.filter((each) => !each.isMine)} onOpen={show} />
          <Menu.Divider />
          {open?.isMine && isChanged && <Menu.Item onClick={() => update(open)}>{words.update(open.name)}</Menu.Item>}
          <Menu.Item onClick={() => setNaming(true)}>{words.save}</Menu.Item>
          {open?.isMine && (
            <Menu.Item color="red" leftSection={<Trash size={15} />} onClick={() => remove(open)}>
              {words.delete(open.name)}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && NameForm && (
        <NameForm
          onClose={() => setNaming(false)}
          onSave={(name, isShared) =>
            attempt(async () => {
              const saved = await act(CREATE, { entity, view: { ...fieldsOf(state, filter), name, isShared } })
              onOpen({ view: saved.createSavedView.view?.id ?? null })
            }, words.saved(name))
          }
        />
      )}
    </>
  )
}

function Group(props: { label: string; views: View[]; onOpen: (view: View) => void }) {
  if (props.views.length === 0) return null
  return (
    <>
      <Menu.Label>{props.label}</Menu.Label>
      {props.views.map((view) => (
        <Menu.Item key={view.id} onClick={() => props.onOpen(view)}>
          {view.name}
          {view.isMine && view.isShared && ` · ${words.sharedMark}`}
          {!view.isMine && view.owner.label && ` · ${view.owner.label}`}
        </Menu.Item>
      ))}
    </>
  )
}
