/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Palette($text: String!) {\n    contacts(filter: { text: $text }, first: 7) { nodes { id name title companyName email } }\n    companies(filter: { text: $text }, first: 4) { nodes { id name domain industry } }\n  }\n": typeof types.PaletteDocument,
    "\n  query Team {\n    users { id name deactivatedAt }\n  }\n": typeof types.TeamDocument,
    "\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n": typeof types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n": typeof types.ConsoleRemoveDocument,
    "\n  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {\n    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ContactsDocument,
    "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n": typeof types.UpdateContactsDocument,
    "\n  fragment ContactRow_contact on Contact {\n    id version name firstName lastName title companyName email phone mobilePhone linkedinUrl city country industry\n    lifecycleStage leadScore dealValue tags ownerId lastActivityAt createdAt updatedAt\n    company { id name }\n    owner { id name }\n    engagement { stage furthestStage status step steps channel replies replied opens clicks lastEngagedAt campaigns senders }\n    customFields @include(if: $custom) { key value }\n  }\n": typeof types.ContactRow_ContactFragmentDoc,
    "\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n": typeof types.EngagementChoicesDocument,
    "\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n": typeof types.EngagementFunnelDocument,
    "\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n": typeof types.EngagementTableDocument,
    "\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n": typeof types.RateCell_RateFragmentDoc,
    "\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n": typeof types.TimeToReplyDocument,
    "\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n": typeof types.EngagementSeriesDocument,
    "\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n": typeof types.StepCampaignsDocument,
    "\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n": typeof types.EngagementStepsDocument,
};
const documents: Documents = {
    "\n  query Palette($text: String!) {\n    contacts(filter: { text: $text }, first: 7) { nodes { id name title companyName email } }\n    companies(filter: { text: $text }, first: 4) { nodes { id name domain industry } }\n  }\n": types.PaletteDocument,
    "\n  query Team {\n    users { id name deactivatedAt }\n  }\n": types.TeamDocument,
    "\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n": types.ViewerDocument,
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n": types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n": types.ConsoleRemoveDocument,
    "\n  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {\n    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ContactsDocument,
    "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n": types.UpdateContactsDocument,
    "\n  fragment ContactRow_contact on Contact {\n    id version name firstName lastName title companyName email phone mobilePhone linkedinUrl city country industry\n    lifecycleStage leadScore dealValue tags ownerId lastActivityAt createdAt updatedAt\n    company { id name }\n    owner { id name }\n    engagement { stage furthestStage status step steps channel replies replied opens clicks lastEngagedAt campaigns senders }\n    customFields @include(if: $custom) { key value }\n  }\n": types.ContactRow_ContactFragmentDoc,
    "\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n": types.EngagementChoicesDocument,
    "\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n": types.EngagementFunnelDocument,
    "\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n": types.EngagementTableDocument,
    "\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n": types.RateCell_RateFragmentDoc,
    "\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n": types.TimeToReplyDocument,
    "\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n": types.EngagementSeriesDocument,
    "\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n": types.StepCampaignsDocument,
    "\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n": types.EngagementStepsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Palette($text: String!) {\n    contacts(filter: { text: $text }, first: 7) { nodes { id name title companyName email } }\n    companies(filter: { text: $text }, first: 4) { nodes { id name domain industry } }\n  }\n"): (typeof documents)["\n  query Palette($text: String!) {\n    contacts(filter: { text: $text }, first: 7) { nodes { id name title companyName email } }\n    companies(filter: { text: $text }, first: 4) { nodes { id name domain industry } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Team {\n    users { id name deactivatedAt }\n  }\n"): (typeof documents)["\n  query Team {\n    users { id name deactivatedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n"): (typeof documents)["\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n"): (typeof documents)["\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {\n    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Contacts($first: Int!, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!) {\n    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactRow_contact on Contact {\n    id version name firstName lastName title companyName email phone mobilePhone linkedinUrl city country industry\n    lifecycleStage leadScore dealValue tags ownerId lastActivityAt createdAt updatedAt\n    company { id name }\n    owner { id name }\n    engagement { stage furthestStage status step steps channel replies replied opens clicks lastEngagedAt campaigns senders }\n    customFields @include(if: $custom) { key value }\n  }\n"): (typeof documents)["\n  fragment ContactRow_contact on Contact {\n    id version name firstName lastName title companyName email phone mobilePhone linkedinUrl city country industry\n    lifecycleStage leadScore dealValue tags ownerId lastActivityAt createdAt updatedAt\n    company { id name }\n    owner { id name }\n    engagement { stage furthestStage status step steps channel replies replied opens clicks lastEngagedAt campaigns senders }\n    customFields @include(if: $custom) { key value }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n"): (typeof documents)["\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n"): (typeof documents)["\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n"): (typeof documents)["\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n"): (typeof documents)["\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n"): (typeof documents)["\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n"): (typeof documents)["\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;