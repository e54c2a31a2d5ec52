import { graphql } from '../gql'

/** Who is signed in, which every page asks first. */
export const VIEWER = graphql(`
  query Viewer {
    viewer { id label role permissions user { id name email } }
  }
`)
