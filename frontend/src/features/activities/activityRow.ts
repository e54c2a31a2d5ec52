import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ActivityRow_ActivityFragment } from '../../gql/graphql'

const ActivityRow_activity = graphql(`
  fragment ActivityRow_activity on Activity {
    id type direction subject bodyText happenedAt sender step steps ownerId
    contact { id name companyName }
    company { id name }
    owner { id name }
  }
`)

/** An activity as the list shows it. */
export type ActivityRow = ActivityRow_ActivityFragment

/** What the list shows of an activity of an answer. */
export function activityOf(activity: FragmentType<typeof ActivityRow_activity>): ActivityRow {
  return readFragment(ActivityRow_activity, activity)
}
