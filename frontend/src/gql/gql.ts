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
    "\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n": typeof types.FieldAlertsDocument,
    "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) { alert { id state } }\n  }\n": typeof types.DismissAlertDocument,
    "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n": typeof types.MappingsToConfirmDocument,
    "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n": typeof types.DefineFieldDocument,
    "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n": typeof types.UpdateFieldDocument,
    "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CustomFieldsDocument,
    "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n": typeof types.ConfirmMappingDocument,
    "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) { reread mapping { id name status } }\n  }\n": typeof types.RejectMappingDocument,
    "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n": typeof types.SetMappingDocument,
    "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name }\n  }\n": typeof types.RenameMeDocument,
    "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n": typeof types.MySessionsDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  query EnginyCalls($acts: [String!]!) {\n    syncRuns(first: 1, filter: { act: { in: $acts } }) { totalCount nodes { id startedAt source } }\n  }\n": typeof types.EnginyCallsDocument,
    "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) { secret apiKey { id label } }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) { id revokedAt isValid }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n": typeof types.SyncBackFieldsDocument,
    "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) { contactsChanged companiesChanged }\n  }\n": typeof types.RenameTagDocument,
    "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) { contactsChanged companiesChanged }\n  }\n": typeof types.MergeTagsDocument,
    "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.TagsDocument,
    "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) { contactsChanged companiesChanged }\n  }\n": typeof types.RemoveTagEverywhereDocument,
    "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) { id name }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name email role }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n": typeof types.UsersDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) { id deactivatedAt }\n  }\n": typeof types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) { id deactivatedAt }\n  }\n": typeof types.ReactivateUserDocument,
    "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n": typeof types.ConfigurationDocument,
    "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) { changeSetId }\n  }\n": typeof types.UpdateConfigurationDocument,
    "\n  query AmbiguousRuns($acts: [String!]!) {\n    syncRuns(first: 15, filter: { status: { in: [PARTLY, FAILED] }, act: { in: $acts } }) {\n      nodes {\n        id act startedAt\n        items(first: 200) {\n          nodes { index externalId decision { code strategy normalizedValue candidateIds } }\n        }\n      }\n    }\n  }\n": typeof types.AmbiguousRunsDocument,
    "\n  query AmbiguousCandidates($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name title contactCompany: companyName email phone mobilePhone lastActivityAt\n        owner { name }\n        externalLinks { externalId }\n      }\n      ... on Company { companyName: name domain lastActivityAt owner { name } externalLinks { externalId } }\n    }\n  }\n": typeof types.AmbiguousCandidatesDocument,
    "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) { changeSetId }\n  }\n": typeof types.LinkExternalDocument,
    "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n": typeof types.Decision_DecisionFragmentDoc,
    "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes {\n        entity kind foundAt firstId secondId state\n        run { id }\n        first {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n        second {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.PossibleDuplicatesDocument,
    "\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": typeof types.ExplainMatchDocument,
    "\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": typeof types.ExplainCompanyMatchDocument,
    "\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n": typeof types.PreviewSampleDocument,
    "\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n": typeof types.RunItem_ItemFragmentDoc,
    "\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.RunItemsDocument,
    "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts counts { outcome count }\n    }\n  }\n": typeof types.SyncRunDocument,
    "\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SyncRunsDocument,
    "\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n": typeof types.Tried_ResultFragmentDoc,
    "\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TrySyncContactsDocument,
    "\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TrySyncCompaniesDocument,
    "\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryCreateContactsDocument,
    "\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryCreateCompaniesDocument,
    "\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryUpdateContactsDocument,
    "\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryUpdateCompaniesDocument,
    "\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n": typeof types.TriedRecordsDocument,
    "\n  query LatestRun($filter: RunFilter) {\n    syncRuns(first: 1, filter: $filter) { nodes { id } }\n  }\n": typeof types.LatestRunDocument,
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
    "\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n": types.FieldAlertsDocument,
    "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) { alert { id state } }\n  }\n": types.DismissAlertDocument,
    "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n": types.MappingsToConfirmDocument,
    "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n": types.DefineFieldDocument,
    "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n": types.UpdateFieldDocument,
    "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CustomFieldsDocument,
    "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n": types.ConfirmMappingDocument,
    "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) { reread mapping { id name status } }\n  }\n": types.RejectMappingDocument,
    "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n": types.SetMappingDocument,
    "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name }\n  }\n": types.RenameMeDocument,
    "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n": types.MySessionsDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": types.SignOutEverywhereDocument,
    "\n  query EnginyCalls($acts: [String!]!) {\n    syncRuns(first: 1, filter: { act: { in: $acts } }) { totalCount nodes { id startedAt source } }\n  }\n": types.EnginyCallsDocument,
    "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) { secret apiKey { id label } }\n  }\n": types.CreateApiKeyDocument,
    "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n": types.ApiKeysDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) { id revokedAt isValid }\n  }\n": types.RevokeApiKeyDocument,
    "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n": types.SyncBackFieldsDocument,
    "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) { contactsChanged companiesChanged }\n  }\n": types.RenameTagDocument,
    "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) { contactsChanged companiesChanged }\n  }\n": types.MergeTagsDocument,
    "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.TagsDocument,
    "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) { contactsChanged companiesChanged }\n  }\n": types.RemoveTagEverywhereDocument,
    "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) { id name }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name email role }\n  }\n": types.UpdateUserDocument,
    "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n": types.UsersDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) { id deactivatedAt }\n  }\n": types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) { id deactivatedAt }\n  }\n": types.ReactivateUserDocument,
    "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n": types.ConfigurationDocument,
    "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) { changeSetId }\n  }\n": types.UpdateConfigurationDocument,
    "\n  query AmbiguousRuns($acts: [String!]!) {\n    syncRuns(first: 15, filter: { status: { in: [PARTLY, FAILED] }, act: { in: $acts } }) {\n      nodes {\n        id act startedAt\n        items(first: 200) {\n          nodes { index externalId decision { code strategy normalizedValue candidateIds } }\n        }\n      }\n    }\n  }\n": types.AmbiguousRunsDocument,
    "\n  query AmbiguousCandidates($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name title contactCompany: companyName email phone mobilePhone lastActivityAt\n        owner { name }\n        externalLinks { externalId }\n      }\n      ... on Company { companyName: name domain lastActivityAt owner { name } externalLinks { externalId } }\n    }\n  }\n": types.AmbiguousCandidatesDocument,
    "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) { changeSetId }\n  }\n": types.LinkExternalDocument,
    "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n": types.Decision_DecisionFragmentDoc,
    "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes {\n        entity kind foundAt firstId secondId state\n        run { id }\n        first {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n        second {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.PossibleDuplicatesDocument,
    "\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": types.ExplainMatchDocument,
    "\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": types.ExplainCompanyMatchDocument,
    "\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n": types.PreviewSampleDocument,
    "\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n": types.RunItem_ItemFragmentDoc,
    "\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.RunItemsDocument,
    "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts counts { outcome count }\n    }\n  }\n": types.SyncRunDocument,
    "\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SyncRunsDocument,
    "\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n": types.Tried_ResultFragmentDoc,
    "\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TrySyncContactsDocument,
    "\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TrySyncCompaniesDocument,
    "\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryCreateContactsDocument,
    "\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryCreateCompaniesDocument,
    "\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryUpdateContactsDocument,
    "\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryUpdateCompaniesDocument,
    "\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n": types.TriedRecordsDocument,
    "\n  query LatestRun($filter: RunFilter) {\n    syncRuns(first: 1, filter: $filter) { nodes { id } }\n  }\n": types.LatestRunDocument,
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n"): (typeof documents)["\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) { alert { id state } }\n  }\n"): (typeof documents)["\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) { alert { id state } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n"): (typeof documents)["\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      definition { name label } problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) { reread mapping { id name status } }\n  }\n"): (typeof documents)["\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) { reread mapping { id name status } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n"): (typeof documents)["\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      reread\n      mapping { id name status target { engagement field customField } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name }\n  }\n"): (typeof documents)["\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n"): (typeof documents)["\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnginyCalls($acts: [String!]!) {\n    syncRuns(first: 1, filter: { act: { in: $acts } }) { totalCount nodes { id startedAt source } }\n  }\n"): (typeof documents)["\n  query EnginyCalls($acts: [String!]!) {\n    syncRuns(first: 1, filter: { act: { in: $acts } }) { totalCount nodes { id startedAt source } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) { secret apiKey { id label } }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) { secret apiKey { id label } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) { id revokedAt isValid }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) { id revokedAt isValid }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n"): (typeof documents)["\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) { contactsChanged companiesChanged }\n  }\n"): (typeof documents)["\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) { contactsChanged companiesChanged }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) { contactsChanged companiesChanged }\n  }\n"): (typeof documents)["\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) { contactsChanged companiesChanged }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) { contactsChanged companiesChanged }\n  }\n"): (typeof documents)["\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) { contactsChanged companiesChanged }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) { id name }\n  }\n"): (typeof documents)["\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name email role }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) { id name email role }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n"): (typeof documents)["\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) { id deactivatedAt }\n  }\n"): (typeof documents)["\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) { id deactivatedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) { id deactivatedAt }\n  }\n"): (typeof documents)["\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) { id deactivatedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n"): (typeof documents)["\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) { changeSetId }\n  }\n"): (typeof documents)["\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) { changeSetId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AmbiguousRuns($acts: [String!]!) {\n    syncRuns(first: 15, filter: { status: { in: [PARTLY, FAILED] }, act: { in: $acts } }) {\n      nodes {\n        id act startedAt\n        items(first: 200) {\n          nodes { index externalId decision { code strategy normalizedValue candidateIds } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AmbiguousRuns($acts: [String!]!) {\n    syncRuns(first: 15, filter: { status: { in: [PARTLY, FAILED] }, act: { in: $acts } }) {\n      nodes {\n        id act startedAt\n        items(first: 200) {\n          nodes { index externalId decision { code strategy normalizedValue candidateIds } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AmbiguousCandidates($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name title contactCompany: companyName email phone mobilePhone lastActivityAt\n        owner { name }\n        externalLinks { externalId }\n      }\n      ... on Company { companyName: name domain lastActivityAt owner { name } externalLinks { externalId } }\n    }\n  }\n"): (typeof documents)["\n  query AmbiguousCandidates($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name title contactCompany: companyName email phone mobilePhone lastActivityAt\n        owner { name }\n        externalLinks { externalId }\n      }\n      ... on Company { companyName: name domain lastActivityAt owner { name } externalLinks { externalId } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) { changeSetId }\n  }\n"): (typeof documents)["\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) { changeSetId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n"): (typeof documents)["\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes {\n        entity kind foundAt firstId secondId state\n        run { id }\n        first {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n        second {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes {\n        entity kind foundAt firstId secondId state\n        run { id }\n        first {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n        second {\n          id deletedAt\n          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }\n          ... on Company { companyName: name domain linkedinUrl }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n"): (typeof documents)["\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n"): (typeof documents)["\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n"): (typeof documents)["\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n"): (typeof documents)["\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts counts { outcome count }\n    }\n  }\n"): (typeof documents)["\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts counts { outcome count }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n"): (typeof documents)["\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"): (typeof documents)["\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LatestRun($filter: RunFilter) {\n    syncRuns(first: 1, filter: $filter) { nodes { id } }\n  }\n"): (typeof documents)["\n  query LatestRun($filter: RunFilter) {\n    syncRuns(first: 1, filter: $filter) { nodes { id } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;