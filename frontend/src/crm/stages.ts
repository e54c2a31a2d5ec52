import type { EngagementStage } from '../gql/graphql'
import { crm } from '../strings/crm'

/** The stages in the order people go through them. */
export const STAGES = [
  'ADDED',
  'CONNECTION_REQUEST_SENT',
  'CONNECTION_ACCEPTED',
  'MESSAGE_SENT',
  'MESSAGE_REPLIED',
] as const satisfies EngagementStage[]

/** A channel as people call it; a word of Enginy's that is new to us is shown as it is. */
export function channelName(channel: string): string {
  return crm.channel[channel] ?? channel
}
