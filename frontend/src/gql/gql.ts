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
    "\n  query Palette($text: String!) {\n    contacts: search(text: $text, types: [CONTACT], first: 6) { edges { ...Palette_edge } }\n    companies: search(text: $text, types: [COMPANY], first: 4) { edges { ...Palette_edge } }\n    deals: search(text: $text, types: [DEAL], first: 4) { edges { ...Palette_edge } }\n    tasks: search(text: $text, types: [TASK], first: 4) { edges { ...Palette_edge } }\n  }\n": typeof types.PaletteDocument,
    "\n  fragment Palette_edge on SearchEdge {\n    score\n    node {\n      __typename\n      id\n      ... on Contact { name title companyName email }\n      ... on Company { name domain industry }\n      ... on Deal { called: name stage contact { id name } }\n      ... on Task { subject completed contact { id name } }\n    }\n    highlights { field parts { text isMatch } }\n  }\n": typeof types.Palette_EdgeFragmentDoc,
    "\n  fragment EngagementCard_record on Record {\n    id\n    engagement {\n      stage furthestStage isBackwards status step steps channel replies replied opens clicks lastEngagedAt reportedAt\n      campaigns senders sequenceStatus\n    }\n  }\n": typeof types.EngagementCard_RecordFragmentDoc,
    "\n  query EngagementRaw($id: ID!) {\n    node(id: $id) {\n      ... on Record { engagementReports(first: 40) { nodes { id name newRaw receivedAt } } }\n    }\n  }\n": typeof types.EngagementRawDocument,
    "\n  query EnginyPanel($id: ID!) {\n    node(id: $id) {\n      ... on Record { id externalLinks { externalId strategy createdAt decidedAt pendingClears } }\n    }\n    nextSync(id: $id) {\n      externalId nullSafety\n      properties { property action value heldByEnginy }\n      keptHere { property value heldByEnginy }\n    }\n  }\n": typeof types.EnginyPanelDocument,
    "\n  mutation ClearInEnginy($id: ID!, $properties: [String!]!) {\n    clearInEnginy(id: $id, properties: $properties) {\n      ... on ClearingAsked { changeSetId links { externalId pendingClears } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.ClearInEnginyDocument,
    "\n  query FieldHistory($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 100) {\n          nodes { id at source actor { label } run { id act } fields { field old new } }\n          pageInfo { hasNextPage }\n        }\n      }\n    }\n  }\n": typeof types.FieldHistoryDocument,
    "\n  query LastRuns($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 12) { nodes { id at source actor { label } run { id act } fields { field } } }\n      }\n    }\n  }\n": typeof types.LastRunsDocument,
    "\n  fragment NotesCard_notes on NoteConnection {\n    nodes { id body isPinned createdAt updatedAt version author { label } }\n  }\n": typeof types.NotesCard_NotesFragmentDoc,
    "\n  mutation CreateNote($recordId: ID!, $note: NoteFields!) {\n    createNote(recordId: $recordId, note: $note) {\n      ... on NoteChanged { note { id } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CreateNoteDocument,
    "\n  mutation UpdateNote($id: ID!, $changes: NoteFields!, $expectedVersion: Int) {\n    updateNote(id: $id, changes: $changes, expectedVersion: $expectedVersion) {\n      ... on NoteChanged { note { id body isPinned } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateNoteDocument,
    "\n  mutation DeleteNote($id: ID!) {\n    deleteNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n": typeof types.DeleteNoteDocument,
    "\n  mutation RestoreNote($id: ID!) {\n    restoreNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n": typeof types.RestoreNoteDocument,
    "\n  query FindContacts($text: String!) {\n    contacts(filter: { text: $text }, first: 12) { nodes { id name companyName email } }\n  }\n": typeof types.FindContactsDocument,
    "\n  query FindCompanies($text: String!) {\n    companies(filter: { text: $text }, first: 12) { nodes { id name domain } }\n  }\n": typeof types.FindCompaniesDocument,
    "\n  fragment TasksCard_tasks on TaskConnection {\n    nodes { id subject dueAt completed completedAt type owner { id name } }\n  }\n": typeof types.TasksCard_TasksFragmentDoc,
    "\n  mutation CreateTask($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { id }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  mutation CompleteTask($id: ID!) {\n    updateTask(id: $id, changes: { completed: true }) {\n      ... on TaskChanged { changeSetId task { id completed } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  query RecordTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {\n    node(id: $id) {\n      ... on Record {\n        timeline(first: $first, after: $after, filter: $filter) {\n          nodes { id at ...TimelineEntry_item }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.RecordTimelineDocument,
    "\n  subscription TimelineItemAdded($id: ID!) {\n    timelineItemAdded(recordId: $id) { missed }\n  }\n": typeof types.TimelineItemAddedDocument,
    "\n  fragment TimelineEntry_item on TimelineItem {\n    __typename\n    ... on ActivityItem {\n      activity { id type direction subject bodyText sender step steps owner { name } }\n      event { kind channel }\n    }\n    ... on EngagementEventItem {\n      event {\n        kind channel step steps certainty count text\n        campaigns(first: 3) { nodes { id name } }\n        senders(first: 3) { nodes { id name } }\n      }\n    }\n    ... on FieldChangesItem { actor { label } source fields { field old new isCustom } }\n    ... on SyncItem { syncMoment strategy externalId }\n    ... on TaskItem { taskMoment task { id subject dueAt } }\n  }\n": typeof types.TimelineEntry_ItemFragmentDoc,
    "\n  query CampaignNames {\n    campaigns(first: 200) { nodes { id name } }\n    senders(first: 200) { nodes { id name } }\n  }\n": typeof types.CampaignNamesDocument,
    "\n  query DealStageNames {\n    dealStages { stage }\n  }\n": typeof types.DealStageNamesDocument,
    "\n  fragment EngagementColumns_engagement on Engagement {\n    stage replies\n    ... @include(if: $more) { furthestStage status step steps channel opens clicks lastEngagedAt campaigns senders }\n  }\n": typeof types.EngagementColumns_EngagementFragmentDoc,
    "\n  query CustomFieldsOf($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }\n  }\n": typeof types.CustomFieldsOfDocument,
    "\n  mutation RevertChangeSet($id: ID!) {\n    revertChangeSet(id: $id) {\n      ... on ChangeSetReverted { changeSetId totals { reverted partly kept failed } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RevertChangeSetDocument,
    "\n  query TagNames {\n    tags(first: 200) { nodes { name } }\n  }\n": typeof types.TagNamesDocument,
    "\n  query Team {\n    users { id name deactivatedAt }\n  }\n": typeof types.TeamDocument,
    "\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n": typeof types.ViewerDocument,
    "\n  query SavedViews($entity: SavedViewEntity!) {\n    savedViews(entity: $entity, first: 100) { nodes { id name isMine isShared filter orderBy columns owner { label } } }\n  }\n": typeof types.SavedViewsDocument,
    "\n  mutation CreateView($entity: SavedViewEntity!, $view: SavedViewFields!) {\n    createSavedView(entity: $entity, view: $view) {\n      ... on SavedViewChanged { view { id } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CreateViewDocument,
    "\n  mutation UpdateView($id: ID!, $changes: SavedViewFields!) {\n    updateSavedView(id: $id, changes: $changes) {\n      ... on SavedViewChanged { id }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateViewDocument,
    "\n  mutation DeleteView($id: ID!) {\n    deleteSavedViews(ids: [$id]) { results { problem { code message } } }\n  }\n": typeof types.DeleteViewDocument,
    "\n  query Activities($first: Int!, $after: String, $filter: ActivityFilter) {\n    activities(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ActivitiesDocument,
    "\n  fragment ActivityRow_activity on Activity {\n    id type direction subject bodyText happenedAt sender step steps ownerId\n    contact { id name companyName }\n    company { id name }\n    owner { id name }\n  }\n": typeof types.ActivityRow_ActivityFragmentDoc,
    "\n  query EveryActivity($after: String, $filter: ActivityFilter) {\n    activities(first: 200, after: $after, filter: $filter) {\n      nodes { ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EveryActivityDocument,
    "\n      mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": typeof types.TagCompaniesDocument,
    "\n      mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": typeof types.UntagCompaniesDocument,
    "\n    mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.GiveCompaniesDocument,
    "\n    mutation EditCompanies($ids: [ID!], $filter: CompanyFilter, $changes: CompanyFields!) {\n      report: editCompanies(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.EditCompaniesDocument,
    "\n    mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {\n      report: deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": typeof types.DeleteCompaniesDocument,
    "\n  mutation UpdateCompanies($updates: [CompanyUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateCompanies(updates: $updates) {\n      changeSetId\n      results { id problem { code message } company { id ...CompanyRow_company } }\n    }\n  }\n": typeof types.UpdateCompaniesDocument,
    "\n  query Companies(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: CompanyFilter\n    $orderBy: [CompanyOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    companies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": typeof types.CompaniesDocument,
    "\n  query CompanyCount($filter: CompanyFilter) {\n    companies(first: 0, filter: $filter) { totalCount }\n  }\n": typeof types.CompanyCountDocument,
    "\n  fragment CompanyRow_company on Company {\n    id version name domain industry numberOfEmployees location dealValue tags ownerId lastActivityAt\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) { website linkedinUrl companyType revenue foundedYear createdAt updatedAt }\n    customFields @include(if: $custom) { key value }\n  }\n": typeof types.CompanyRow_CompanyFragmentDoc,
    "\n  query EveryCompany($after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    companies(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EveryCompanyDocument,
    "\n  subscription ShownCompaniesChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    companyChanged(ids: $ids) { missed id fate company { id ...CompanyRow_company } }\n  }\n": typeof types.ShownCompaniesChangedDocument,
    "\n  subscription FittingCompaniesChanged($filter: CompanyFilter) {\n    companyChanged(filter: $filter) { missed id fate }\n  }\n": typeof types.FittingCompaniesChangedDocument,
    "\n  fragment CompanyDeals_company on Company {\n    id name\n    deals(first: 30) { nodes { id name amount currency stage status expectedClose } }\n  }\n": typeof types.CompanyDeals_CompanyFragmentDoc,
    "\n  fragment CompanyFieldsCard_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear\n    technologiesUsed description\n    customFields { key value }\n  }\n": typeof types.CompanyFieldsCard_CompanyFragmentDoc,
    "\n  fragment CompanyHeader_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location tags ownerId deletedAt\n  }\n": typeof types.CompanyHeader_CompanyFragmentDoc,
    "\n  subscription CompanyPageChanged($id: ID!) {\n    companyChanged(ids: [$id]) { missed id }\n  }\n": typeof types.CompanyPageChangedDocument,
    "\n  query CompanyPeople($id: ID!, $first: Int!, $after: String) {\n    company(id: $id) {\n      contacts(first: $first, after: $after) {\n        totalCount\n        nodes { id name title owner { id name } engagement { stage } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.CompanyPeopleDocument,
    "\n  mutation ChangeCompany($update: CompanyUpdate!) {\n    updateCompanies(updates: [$update]) {\n      changeSetId\n      results { problem { code message } company { id version } }\n    }\n  }\n": typeof types.ChangeCompanyDocument,
    "\n  mutation DeleteCompany($id: ID!) {\n    deleteCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n": typeof types.DeleteCompanyDocument,
    "\n  mutation RestoreCompany($id: ID!) {\n    restoreCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n": typeof types.RestoreCompanyDocument,
    "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id name domain version deletedAt lastActivityAt\n      ...CompanyHeader_company\n      ...EngagementCard_record\n      ...CompanyFieldsCard_company\n      ...CompanyDeals_company\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n": typeof types.CompanyDocument,
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    isShared\n    isMine\n    owner {\n      label\n    }\n  }\n": typeof types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConsoleRemoveDocument,
    "\n  fragment ContactFieldsCard_contact on Contact {\n    id version firstName lastName fullName title companyName email phone mobilePhone linkedinUrl website location city\n    state country industry bio lifecycleStage leadScore\n    customFields { key value }\n  }\n": typeof types.ContactFieldsCard_ContactFragmentDoc,
    "\n  fragment ContactHeader_contact on Contact {\n    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt\n    company { id name }\n    ...NextAction_contact\n  }\n": typeof types.ContactHeader_ContactFragmentDoc,
    "\n  subscription ContactPageChanged($id: ID!) {\n    contactChanged(ids: [$id]) { missed id }\n  }\n": typeof types.ContactPageChangedDocument,
    "\n  fragment ContactRelations_contact on Contact {\n    id name\n    company { id name domain industry numberOfEmployees location }\n    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }\n  }\n": typeof types.ContactRelations_ContactFragmentDoc,
    "\n  fragment NextAction_contact on Contact {\n    id\n    engagement { stage }\n    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }\n  }\n": typeof types.NextAction_ContactFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id name version deletedAt lastActivityAt\n      ...ContactHeader_contact\n      ...EngagementCard_record\n      ...ContactFieldsCard_contact\n      ...ContactRelations_contact\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n": typeof types.ContactDocument,
    "\n  mutation DeleteOneContact($id: ID!) {\n    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n": typeof types.DeleteOneContactDocument,
    "\n  mutation RestoreOneContact($id: ID!) {\n    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n": typeof types.RestoreOneContactDocument,
    "\n  mutation ChangeContact($update: ContactUpdate!) {\n    updateContacts(updates: [$update]) {\n      changeSetId\n      results { problem { code message } contact { id version } }\n    }\n  }\n": typeof types.ChangeContactDocument,
    "\n      mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": typeof types.TagContactsDocument,
    "\n      mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": typeof types.UntagContactsDocument,
    "\n    mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.GiveContactsDocument,
    "\n    mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {\n      report: editContacts(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.EditContactsDocument,
    "\n    mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {\n      report: deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": typeof types.DeleteContactsDocument,
    "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n": typeof types.UpdateContactsDocument,
    "\n  fragment ContactRow_contact on Contact {\n    id version name title companyName email phone tags ownerId lastActivityAt\n    company { id name }\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) {\n      mobilePhone linkedinUrl city country industry lifecycleStage leadScore dealValue createdAt updatedAt\n    }\n    customFields @include(if: $custom) { key value }\n  }\n": typeof types.ContactRow_ContactFragmentDoc,
    "\n  query Contacts(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: ContactFilter\n    $orderBy: [ContactOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": typeof types.ContactsDocument,
    "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 0, filter: $filter) { totalCount }\n  }\n": typeof types.ContactCountDocument,
    "\n  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EveryContactDocument,
    "\n  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }\n  }\n": typeof types.ShownContactsChangedDocument,
    "\n  subscription FittingContactsChanged($filter: ContactFilter) {\n    contactChanged(filter: $filter) { missed id fate }\n  }\n": typeof types.FittingContactsChangedDocument,
    "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow_deal\n      notes(first: 50) { ...NotesCard_notes }\n      ...DealHistory_deal\n    }\n  }\n": typeof types.DealDocument,
    "\n  fragment DealHistory_deal on Deal {\n    createdAt\n    createdBy { label }\n    changes(first: 30) {\n      totalCount\n      nodes { id at version source actor { label } fields { field old new } }\n    }\n  }\n": typeof types.DealHistory_DealFragmentDoc,
    "\n  query Deals(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: DealFilter\n    $orderBy: [DealOrder!]\n  ) {\n    deals(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": typeof types.DealsDocument,
    "\n    mutation GiveDeals($ids: [ID!], $filter: DealFilter, $ownerId: ID) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: { ownerId: $ownerId }) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.GiveDealsDocument,
    "\n    mutation EditDeals($ids: [ID!], $filter: DealFilter, $changes: DealFields!) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": typeof types.EditDealsDocument,
    "\n    mutation DeleteDeals($ids: [ID!], $filter: DealFilter) {\n      report: deleteDeals(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": typeof types.DeleteDealsDocument,
    "\n  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {\n    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on DealChanged { changeSetId deal { id ...DealRow_deal } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateDealDocument,
    "\n  fragment DealRow_deal on Deal {\n    id version name amount currency stage status expectedClose closedAt lostReason ownerId contactId companyId deletedAt\n    createdAt updatedAt\n    owner { id name }\n    contact { id name }\n    company { id name }\n  }\n": typeof types.DealRow_DealFragmentDoc,
    "\n  query EveryDeal($after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EveryDealDocument,
    "\n  query DealTotals($filter: DealFilter) {\n    dealStages(filter: $filter) { stage status count amountByCurrency { currency amount } }\n  }\n": typeof types.DealTotalsDocument,
    "\n  query DealsOfStage($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DealsOfStageDocument,
    "\n  mutation CreateDeal($deal: DealFields!) {\n    createDeals(deals: [$deal]) { changeSetId results { id problem { code message } deal { id } } }\n  }\n": typeof types.CreateDealDocument,
    "\n  mutation DeleteDeal($id: ID!) {\n    deleteDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n": typeof types.DeleteDealDocument,
    "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n": typeof types.RestoreDealDocument,
    "\n  subscription ShownDealsChanged($ids: [ID!]!) {\n    dealChanged(ids: $ids) { missed id fate deal { id ...DealRow_deal } }\n  }\n": typeof types.ShownDealsChangedDocument,
    "\n  subscription FittingDealsChanged($filter: DealFilter) {\n    dealChanged(filter: $filter) { missed id fate deal { id ...DealRow_deal } }\n  }\n": typeof types.FittingDealsChangedDocument,
    "\n  subscription OpenDealChanged($id: ID!) {\n    dealChanged(ids: [$id]) { missed fate }\n  }\n": typeof types.OpenDealChangedDocument,
    "\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n": typeof types.EngagementChoicesDocument,
    "\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n": typeof types.EngagementFunnelDocument,
    "\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n": typeof types.EngagementTableDocument,
    "\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n": typeof types.RateCell_RateFragmentDoc,
    "\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n": typeof types.TimeToReplyDocument,
    "\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n": typeof types.EngagementSeriesDocument,
    "\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n": typeof types.StepCampaignsDocument,
    "\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n": typeof types.EngagementStepsDocument,
    "\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n": typeof types.FieldAlertsDocument,
    "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) {\n      ... on FieldAlertDismissed { alert { id state } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.DismissAlertDocument,
    "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n": typeof types.MappingsToConfirmDocument,
    "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.DefineFieldDocument,
    "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateFieldDocument,
    "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CustomFieldsDocument,
    "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.ConfirmMappingDocument,
    "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RejectMappingDocument,
    "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.SetMappingDocument,
    "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RenameMeDocument,
    "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      ... on PasswordChanged { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n": typeof types.MySessionsDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      ... on SignedOut { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  query EnginyCalls {\n    syncRuns(first: 1, filter: { source: { eq: ENGINY } }) { nodes { id startedAt } }\n    enginyConnection { publicUrl path keyHeader }\n  }\n": typeof types.EnginyCallsDocument,
    "\n  subscription EnginyCalled {\n    syncRunFinished(filter: { source: { eq: ENGINY } }) { missed }\n  }\n": typeof types.EnginyCalledDocument,
    "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) {\n      ... on ApiKeyCreated { secret apiKey { id label } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ... on ApiKeyRevoked { apiKey { id revokedAt isValid } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n": typeof types.SyncBackFieldsDocument,
    "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RenameTagDocument,
    "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.MergeTagsDocument,
    "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.TagsDocument,
    "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.RemoveTagEverywhereDocument,
    "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name email role } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n": typeof types.UsersDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.ReactivateUserDocument,
    "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n": typeof types.ConfigurationDocument,
    "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) {\n      ... on ConfigurationChanged { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.UpdateConfigurationDocument,
    "\n  query AmbiguousItems($first: Int!, $after: String) {\n    failedItems(first: $first, after: $after, filter: { code: { eq: \"AMBIGUOUS_MATCH\" }, open: true }) {\n      totalCount\n      nodes { ...CaseItem_item }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AmbiguousItemsDocument,
    "\n  fragment CaseItem_item on FailedItem {\n    index externalId entity\n    run { id startedAt }\n    decision {\n      strategy normalizedValue\n      candidates {\n        id deletedAt lastActivityAt\n        owner { name }\n        ... on Contact { name title contactCompany: companyName email phone mobilePhone }\n        ... on Company { companyName: name domain }\n      }\n    }\n  }\n": typeof types.CaseItem_ItemFragmentDoc,
    "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n": typeof types.Decision_DecisionFragmentDoc,
    "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes { id state ...PairItem_pair }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.PossibleDuplicatesDocument,
    "\n  fragment PairItem_pair on PossibleDuplicate {\n    id kind foundAt firstId secondId state settledAt\n    settledBy { label }\n    run { id }\n    first {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n    second {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n  }\n": typeof types.PairItem_PairFragmentDoc,
    "\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": typeof types.ExplainMatchDocument,
    "\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": typeof types.ExplainCompanyMatchDocument,
    "\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n": typeof types.PreviewSampleDocument,
    "\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n": typeof types.RunItem_ItemFragmentDoc,
    "\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.RunItemsDocument,
    "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts revertsId\n      revertible { possible revertedBy { id } }\n      counts { outcome count }\n    }\n  }\n": typeof types.SyncRunDocument,
    "\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SyncRunsDocument,
    "\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n": typeof types.Tried_ResultFragmentDoc,
    "\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TrySyncContactsDocument,
    "\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TrySyncCompaniesDocument,
    "\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryCreateContactsDocument,
    "\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryCreateCompaniesDocument,
    "\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryUpdateContactsDocument,
    "\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": typeof types.TryUpdateCompaniesDocument,
    "\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n": typeof types.TriedRecordsDocument,
    "\n  query ExplainForPreview($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n": typeof types.ExplainForPreviewDocument,
    "\n  query ExplainCompanyForPreview($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n": typeof types.ExplainCompanyForPreviewDocument,
    "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) {\n      ... on ExternalLinked { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.LinkExternalDocument,
    "\n  subscription RunFinished($filter: RunFilter) {\n    syncRunFinished(filter: $filter) { missed run { id } }\n  }\n": typeof types.RunFinishedDocument,
    "\n  mutation DismissPair($ids: [ID!]!) {\n    dismissPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n": typeof types.DismissPairDocument,
    "\n  mutation ReopenPair($ids: [ID!]!) {\n    reopenPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n": typeof types.ReopenPairDocument,
    "\n  query Task($id: ID!) {\n    task(id: $id) { id ...TaskRow_task }\n  }\n": typeof types.TaskDocument,
    "\n  query Tasks($first: Int!, $after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.TasksDocument,
    "\n  query EveryTask($after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EveryTaskDocument,
    "\n  fragment TaskRow_task on Task {\n    id version subject description type dueAt completed completedAt ownerId contactId companyId\n    owner { id name }\n    contact { id name companyName }\n    company { id name }\n  }\n": typeof types.TaskRow_TaskFragmentDoc,
    "\n  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {\n    updateTask(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on TaskChanged { changeSetId task { id ...TaskRow_task } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.ChangeTaskDocument,
    "\n  mutation WriteTaskDown($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { changeSetId task { id subject } }\n      ... on Problem { code message }\n    }\n  }\n": typeof types.WriteTaskDownDocument,
    "\n  mutation RemoveTask($id: ID!) {\n    deleteTasks(ids: [$id]) { changeSetId results { id problem { code message } task { id deletedAt } } }\n  }\n": typeof types.RemoveTaskDocument,
};
const documents: Documents = {
    "\n  query Palette($text: String!) {\n    contacts: search(text: $text, types: [CONTACT], first: 6) { edges { ...Palette_edge } }\n    companies: search(text: $text, types: [COMPANY], first: 4) { edges { ...Palette_edge } }\n    deals: search(text: $text, types: [DEAL], first: 4) { edges { ...Palette_edge } }\n    tasks: search(text: $text, types: [TASK], first: 4) { edges { ...Palette_edge } }\n  }\n": types.PaletteDocument,
    "\n  fragment Palette_edge on SearchEdge {\n    score\n    node {\n      __typename\n      id\n      ... on Contact { name title companyName email }\n      ... on Company { name domain industry }\n      ... on Deal { called: name stage contact { id name } }\n      ... on Task { subject completed contact { id name } }\n    }\n    highlights { field parts { text isMatch } }\n  }\n": types.Palette_EdgeFragmentDoc,
    "\n  fragment EngagementCard_record on Record {\n    id\n    engagement {\n      stage furthestStage isBackwards status step steps channel replies replied opens clicks lastEngagedAt reportedAt\n      campaigns senders sequenceStatus\n    }\n  }\n": types.EngagementCard_RecordFragmentDoc,
    "\n  query EngagementRaw($id: ID!) {\n    node(id: $id) {\n      ... on Record { engagementReports(first: 40) { nodes { id name newRaw receivedAt } } }\n    }\n  }\n": types.EngagementRawDocument,
    "\n  query EnginyPanel($id: ID!) {\n    node(id: $id) {\n      ... on Record { id externalLinks { externalId strategy createdAt decidedAt pendingClears } }\n    }\n    nextSync(id: $id) {\n      externalId nullSafety\n      properties { property action value heldByEnginy }\n      keptHere { property value heldByEnginy }\n    }\n  }\n": types.EnginyPanelDocument,
    "\n  mutation ClearInEnginy($id: ID!, $properties: [String!]!) {\n    clearInEnginy(id: $id, properties: $properties) {\n      ... on ClearingAsked { changeSetId links { externalId pendingClears } }\n      ... on Problem { code message }\n    }\n  }\n": types.ClearInEnginyDocument,
    "\n  query FieldHistory($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 100) {\n          nodes { id at source actor { label } run { id act } fields { field old new } }\n          pageInfo { hasNextPage }\n        }\n      }\n    }\n  }\n": types.FieldHistoryDocument,
    "\n  query LastRuns($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 12) { nodes { id at source actor { label } run { id act } fields { field } } }\n      }\n    }\n  }\n": types.LastRunsDocument,
    "\n  fragment NotesCard_notes on NoteConnection {\n    nodes { id body isPinned createdAt updatedAt version author { label } }\n  }\n": types.NotesCard_NotesFragmentDoc,
    "\n  mutation CreateNote($recordId: ID!, $note: NoteFields!) {\n    createNote(recordId: $recordId, note: $note) {\n      ... on NoteChanged { note { id } }\n      ... on Problem { code message }\n    }\n  }\n": types.CreateNoteDocument,
    "\n  mutation UpdateNote($id: ID!, $changes: NoteFields!, $expectedVersion: Int) {\n    updateNote(id: $id, changes: $changes, expectedVersion: $expectedVersion) {\n      ... on NoteChanged { note { id body isPinned } }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateNoteDocument,
    "\n  mutation DeleteNote($id: ID!) {\n    deleteNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n": types.DeleteNoteDocument,
    "\n  mutation RestoreNote($id: ID!) {\n    restoreNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n": types.RestoreNoteDocument,
    "\n  query FindContacts($text: String!) {\n    contacts(filter: { text: $text }, first: 12) { nodes { id name companyName email } }\n  }\n": types.FindContactsDocument,
    "\n  query FindCompanies($text: String!) {\n    companies(filter: { text: $text }, first: 12) { nodes { id name domain } }\n  }\n": types.FindCompaniesDocument,
    "\n  fragment TasksCard_tasks on TaskConnection {\n    nodes { id subject dueAt completed completedAt type owner { id name } }\n  }\n": types.TasksCard_TasksFragmentDoc,
    "\n  mutation CreateTask($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { id }\n      ... on Problem { code message }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  mutation CompleteTask($id: ID!) {\n    updateTask(id: $id, changes: { completed: true }) {\n      ... on TaskChanged { changeSetId task { id completed } }\n      ... on Problem { code message }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  query RecordTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {\n    node(id: $id) {\n      ... on Record {\n        timeline(first: $first, after: $after, filter: $filter) {\n          nodes { id at ...TimelineEntry_item }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.RecordTimelineDocument,
    "\n  subscription TimelineItemAdded($id: ID!) {\n    timelineItemAdded(recordId: $id) { missed }\n  }\n": types.TimelineItemAddedDocument,
    "\n  fragment TimelineEntry_item on TimelineItem {\n    __typename\n    ... on ActivityItem {\n      activity { id type direction subject bodyText sender step steps owner { name } }\n      event { kind channel }\n    }\n    ... on EngagementEventItem {\n      event {\n        kind channel step steps certainty count text\n        campaigns(first: 3) { nodes { id name } }\n        senders(first: 3) { nodes { id name } }\n      }\n    }\n    ... on FieldChangesItem { actor { label } source fields { field old new isCustom } }\n    ... on SyncItem { syncMoment strategy externalId }\n    ... on TaskItem { taskMoment task { id subject dueAt } }\n  }\n": types.TimelineEntry_ItemFragmentDoc,
    "\n  query CampaignNames {\n    campaigns(first: 200) { nodes { id name } }\n    senders(first: 200) { nodes { id name } }\n  }\n": types.CampaignNamesDocument,
    "\n  query DealStageNames {\n    dealStages { stage }\n  }\n": types.DealStageNamesDocument,
    "\n  fragment EngagementColumns_engagement on Engagement {\n    stage replies\n    ... @include(if: $more) { furthestStage status step steps channel opens clicks lastEngagedAt campaigns senders }\n  }\n": types.EngagementColumns_EngagementFragmentDoc,
    "\n  query CustomFieldsOf($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }\n  }\n": types.CustomFieldsOfDocument,
    "\n  mutation RevertChangeSet($id: ID!) {\n    revertChangeSet(id: $id) {\n      ... on ChangeSetReverted { changeSetId totals { reverted partly kept failed } }\n      ... on Problem { code message }\n    }\n  }\n": types.RevertChangeSetDocument,
    "\n  query TagNames {\n    tags(first: 200) { nodes { name } }\n  }\n": types.TagNamesDocument,
    "\n  query Team {\n    users { id name deactivatedAt }\n  }\n": types.TeamDocument,
    "\n  query Viewer {\n    viewer { id label role permissions user { id name email } }\n  }\n": types.ViewerDocument,
    "\n  query SavedViews($entity: SavedViewEntity!) {\n    savedViews(entity: $entity, first: 100) { nodes { id name isMine isShared filter orderBy columns owner { label } } }\n  }\n": types.SavedViewsDocument,
    "\n  mutation CreateView($entity: SavedViewEntity!, $view: SavedViewFields!) {\n    createSavedView(entity: $entity, view: $view) {\n      ... on SavedViewChanged { view { id } }\n      ... on Problem { code message }\n    }\n  }\n": types.CreateViewDocument,
    "\n  mutation UpdateView($id: ID!, $changes: SavedViewFields!) {\n    updateSavedView(id: $id, changes: $changes) {\n      ... on SavedViewChanged { id }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateViewDocument,
    "\n  mutation DeleteView($id: ID!) {\n    deleteSavedViews(ids: [$id]) { results { problem { code message } } }\n  }\n": types.DeleteViewDocument,
    "\n  query Activities($first: Int!, $after: String, $filter: ActivityFilter) {\n    activities(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ActivitiesDocument,
    "\n  fragment ActivityRow_activity on Activity {\n    id type direction subject bodyText happenedAt sender step steps ownerId\n    contact { id name companyName }\n    company { id name }\n    owner { id name }\n  }\n": types.ActivityRow_ActivityFragmentDoc,
    "\n  query EveryActivity($after: String, $filter: ActivityFilter) {\n    activities(first: 200, after: $after, filter: $filter) {\n      nodes { ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EveryActivityDocument,
    "\n      mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": types.TagCompaniesDocument,
    "\n      mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": types.UntagCompaniesDocument,
    "\n    mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.GiveCompaniesDocument,
    "\n    mutation EditCompanies($ids: [ID!], $filter: CompanyFilter, $changes: CompanyFields!) {\n      report: editCompanies(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.EditCompaniesDocument,
    "\n    mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {\n      report: deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": types.DeleteCompaniesDocument,
    "\n  mutation UpdateCompanies($updates: [CompanyUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateCompanies(updates: $updates) {\n      changeSetId\n      results { id problem { code message } company { id ...CompanyRow_company } }\n    }\n  }\n": types.UpdateCompaniesDocument,
    "\n  query Companies(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: CompanyFilter\n    $orderBy: [CompanyOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    companies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": types.CompaniesDocument,
    "\n  query CompanyCount($filter: CompanyFilter) {\n    companies(first: 0, filter: $filter) { totalCount }\n  }\n": types.CompanyCountDocument,
    "\n  fragment CompanyRow_company on Company {\n    id version name domain industry numberOfEmployees location dealValue tags ownerId lastActivityAt\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) { website linkedinUrl companyType revenue foundedYear createdAt updatedAt }\n    customFields @include(if: $custom) { key value }\n  }\n": types.CompanyRow_CompanyFragmentDoc,
    "\n  query EveryCompany($after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    companies(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EveryCompanyDocument,
    "\n  subscription ShownCompaniesChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    companyChanged(ids: $ids) { missed id fate company { id ...CompanyRow_company } }\n  }\n": types.ShownCompaniesChangedDocument,
    "\n  subscription FittingCompaniesChanged($filter: CompanyFilter) {\n    companyChanged(filter: $filter) { missed id fate }\n  }\n": types.FittingCompaniesChangedDocument,
    "\n  fragment CompanyDeals_company on Company {\n    id name\n    deals(first: 30) { nodes { id name amount currency stage status expectedClose } }\n  }\n": types.CompanyDeals_CompanyFragmentDoc,
    "\n  fragment CompanyFieldsCard_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear\n    technologiesUsed description\n    customFields { key value }\n  }\n": types.CompanyFieldsCard_CompanyFragmentDoc,
    "\n  fragment CompanyHeader_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location tags ownerId deletedAt\n  }\n": types.CompanyHeader_CompanyFragmentDoc,
    "\n  subscription CompanyPageChanged($id: ID!) {\n    companyChanged(ids: [$id]) { missed id }\n  }\n": types.CompanyPageChangedDocument,
    "\n  query CompanyPeople($id: ID!, $first: Int!, $after: String) {\n    company(id: $id) {\n      contacts(first: $first, after: $after) {\n        totalCount\n        nodes { id name title owner { id name } engagement { stage } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.CompanyPeopleDocument,
    "\n  mutation ChangeCompany($update: CompanyUpdate!) {\n    updateCompanies(updates: [$update]) {\n      changeSetId\n      results { problem { code message } company { id version } }\n    }\n  }\n": types.ChangeCompanyDocument,
    "\n  mutation DeleteCompany($id: ID!) {\n    deleteCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n": types.DeleteCompanyDocument,
    "\n  mutation RestoreCompany($id: ID!) {\n    restoreCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n": types.RestoreCompanyDocument,
    "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id name domain version deletedAt lastActivityAt\n      ...CompanyHeader_company\n      ...EngagementCard_record\n      ...CompanyFieldsCard_company\n      ...CompanyDeals_company\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n": types.CompanyDocument,
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    isShared\n    isMine\n    owner {\n      label\n    }\n  }\n": types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n": types.ConsoleRemoveDocument,
    "\n  fragment ContactFieldsCard_contact on Contact {\n    id version firstName lastName fullName title companyName email phone mobilePhone linkedinUrl website location city\n    state country industry bio lifecycleStage leadScore\n    customFields { key value }\n  }\n": types.ContactFieldsCard_ContactFragmentDoc,
    "\n  fragment ContactHeader_contact on Contact {\n    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt\n    company { id name }\n    ...NextAction_contact\n  }\n": types.ContactHeader_ContactFragmentDoc,
    "\n  subscription ContactPageChanged($id: ID!) {\n    contactChanged(ids: [$id]) { missed id }\n  }\n": types.ContactPageChangedDocument,
    "\n  fragment ContactRelations_contact on Contact {\n    id name\n    company { id name domain industry numberOfEmployees location }\n    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }\n  }\n": types.ContactRelations_ContactFragmentDoc,
    "\n  fragment NextAction_contact on Contact {\n    id\n    engagement { stage }\n    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }\n  }\n": types.NextAction_ContactFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id name version deletedAt lastActivityAt\n      ...ContactHeader_contact\n      ...EngagementCard_record\n      ...ContactFieldsCard_contact\n      ...ContactRelations_contact\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n": types.ContactDocument,
    "\n  mutation DeleteOneContact($id: ID!) {\n    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n": types.DeleteOneContactDocument,
    "\n  mutation RestoreOneContact($id: ID!) {\n    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n": types.RestoreOneContactDocument,
    "\n  mutation ChangeContact($update: ContactUpdate!) {\n    updateContacts(updates: [$update]) {\n      changeSetId\n      results { problem { code message } contact { id version } }\n    }\n  }\n": types.ChangeContactDocument,
    "\n      mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": types.TagContactsDocument,
    "\n      mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    ": types.UntagContactsDocument,
    "\n    mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.GiveContactsDocument,
    "\n    mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {\n      report: editContacts(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.EditContactsDocument,
    "\n    mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {\n      report: deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": types.DeleteContactsDocument,
    "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n": types.UpdateContactsDocument,
    "\n  fragment ContactRow_contact on Contact {\n    id version name title companyName email phone tags ownerId lastActivityAt\n    company { id name }\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) {\n      mobilePhone linkedinUrl city country industry lifecycleStage leadScore dealValue createdAt updatedAt\n    }\n    customFields @include(if: $custom) { key value }\n  }\n": types.ContactRow_ContactFragmentDoc,
    "\n  query Contacts(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: ContactFilter\n    $orderBy: [ContactOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": types.ContactsDocument,
    "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 0, filter: $filter) { totalCount }\n  }\n": types.ContactCountDocument,
    "\n  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EveryContactDocument,
    "\n  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }\n  }\n": types.ShownContactsChangedDocument,
    "\n  subscription FittingContactsChanged($filter: ContactFilter) {\n    contactChanged(filter: $filter) { missed id fate }\n  }\n": types.FittingContactsChangedDocument,
    "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow_deal\n      notes(first: 50) { ...NotesCard_notes }\n      ...DealHistory_deal\n    }\n  }\n": types.DealDocument,
    "\n  fragment DealHistory_deal on Deal {\n    createdAt\n    createdBy { label }\n    changes(first: 30) {\n      totalCount\n      nodes { id at version source actor { label } fields { field old new } }\n    }\n  }\n": types.DealHistory_DealFragmentDoc,
    "\n  query Deals(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: DealFilter\n    $orderBy: [DealOrder!]\n  ) {\n    deals(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n": types.DealsDocument,
    "\n    mutation GiveDeals($ids: [ID!], $filter: DealFilter, $ownerId: ID) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: { ownerId: $ownerId }) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.GiveDealsDocument,
    "\n    mutation EditDeals($ids: [ID!], $filter: DealFilter, $changes: DealFields!) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  ": types.EditDealsDocument,
    "\n    mutation DeleteDeals($ids: [ID!], $filter: DealFilter) {\n      report: deleteDeals(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  ": types.DeleteDealsDocument,
    "\n  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {\n    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on DealChanged { changeSetId deal { id ...DealRow_deal } }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateDealDocument,
    "\n  fragment DealRow_deal on Deal {\n    id version name amount currency stage status expectedClose closedAt lostReason ownerId contactId companyId deletedAt\n    createdAt updatedAt\n    owner { id name }\n    contact { id name }\n    company { id name }\n  }\n": types.DealRow_DealFragmentDoc,
    "\n  query EveryDeal($after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EveryDealDocument,
    "\n  query DealTotals($filter: DealFilter) {\n    dealStages(filter: $filter) { stage status count amountByCurrency { currency amount } }\n  }\n": types.DealTotalsDocument,
    "\n  query DealsOfStage($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DealsOfStageDocument,
    "\n  mutation CreateDeal($deal: DealFields!) {\n    createDeals(deals: [$deal]) { changeSetId results { id problem { code message } deal { id } } }\n  }\n": types.CreateDealDocument,
    "\n  mutation DeleteDeal($id: ID!) {\n    deleteDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n": types.DeleteDealDocument,
    "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n": types.RestoreDealDocument,
    "\n  subscription ShownDealsChanged($ids: [ID!]!) {\n    dealChanged(ids: $ids) { missed id fate deal { id ...DealRow_deal } }\n  }\n": types.ShownDealsChangedDocument,
    "\n  subscription FittingDealsChanged($filter: DealFilter) {\n    dealChanged(filter: $filter) { missed id fate deal { id ...DealRow_deal } }\n  }\n": types.FittingDealsChangedDocument,
    "\n  subscription OpenDealChanged($id: ID!) {\n    dealChanged(ids: [$id]) { missed fate }\n  }\n": types.OpenDealChangedDocument,
    "\n  query EngagementChoices($by: EngagementDimension!) {\n    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }\n  }\n": types.EngagementChoicesDocument,
    "\n  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {\n    engagementFunnel(filter: $filter, compareTo: $compareTo) {\n      rows {\n        stages { stage contacts shared conversion follows shareOfFirst }\n        previous { stage contacts conversion }\n      }\n    }\n  }\n": types.EngagementFunnelDocument,
    "\n  query EngagementTable(\n    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!\n  ) {\n    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {\n      isCut\n      rows {\n        key { value label }\n        messaged replied opened clicked connected requested shared lastActivityAt\n        replyRate { ...RateCell_rate }\n        connectRate { ...RateCell_rate }\n      }\n    }\n  }\n": types.EngagementTableDocument,
    "\n  fragment RateCell_rate on EngagementRate {\n    rate low high numerator denominator denominatorName isSmallSample isWeakEvidence shared\n  }\n": types.RateCell_RateFragmentDoc,
    "\n  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {\n    timeToReply(by: $by, filter: $filter, first: 20) {\n      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }\n    }\n  }\n": types.TimeToReplyDocument,
    "\n  query EngagementSeries(\n    $measure: EngagementMeasure!, $interval: EngagementInterval!, $timeZone: String!, $filter: EngagementFilter\n  ) {\n    engagementSeries(measure: $measure, interval: $interval, timeZone: $timeZone, filter: $filter) {\n      lines { points { day value numerator denominator } }\n    }\n  }\n": types.EngagementSeriesDocument,
    "\n  query StepCampaigns {\n    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }\n  }\n": types.StepCampaignsDocument,
    "\n  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {\n    stepPerformance(campaignId: $campaignId, filter: $filter) {\n      campaign\n      steps { step channel messaged replied replyRate { ...RateCell_rate } }\n    }\n  }\n": types.EngagementStepsDocument,
    "\n  query FieldAlerts($entity: Entity!) {\n    fieldAlerts(first: 50, filter: { states: [OPEN], entity: $entity }) {\n      nodes {\n        id name entity kind message since suggestedName\n        suggestedTarget { engagement field customField }\n        run { id }\n      }\n    }\n    fieldMappings(first: 200, filter: { entity: $entity, statuses: [BUILT_IN, AUTOMATIC, CONFIRMED] }) {\n      nodes { id name target { engagement field customField } }\n    }\n  }\n": types.FieldAlertsDocument,
    "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) {\n      ... on FieldAlertDismissed { alert { id state } }\n      ... on Problem { code message }\n    }\n  }\n": types.DismissAlertDocument,
    "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n": types.MappingsToConfirmDocument,
    "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n": types.DefineFieldDocument,
    "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateFieldDocument,
    "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CustomFieldsDocument,
    "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n": types.ConfirmMappingDocument,
    "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status } }\n      ... on Problem { code message }\n    }\n  }\n": types.RejectMappingDocument,
    "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n": types.SetMappingDocument,
    "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n": types.RenameMeDocument,
    "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      ... on PasswordChanged { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n": types.MySessionsDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      ... on SignedOut { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n": types.SignOutEverywhereDocument,
    "\n  query EnginyCalls {\n    syncRuns(first: 1, filter: { source: { eq: ENGINY } }) { nodes { id startedAt } }\n    enginyConnection { publicUrl path keyHeader }\n  }\n": types.EnginyCallsDocument,
    "\n  subscription EnginyCalled {\n    syncRunFinished(filter: { source: { eq: ENGINY } }) { missed }\n  }\n": types.EnginyCalledDocument,
    "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) {\n      ... on ApiKeyCreated { secret apiKey { id label } }\n      ... on Problem { code message }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n": types.ApiKeysDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ... on ApiKeyRevoked { apiKey { id revokedAt isValid } }\n      ... on Problem { code message }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n": types.SyncBackFieldsDocument,
    "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": types.RenameTagDocument,
    "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": types.MergeTagsDocument,
    "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.TagsDocument,
    "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n": types.RemoveTagEverywhereDocument,
    "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name email role } }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n": types.UsersDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n": types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n": types.ReactivateUserDocument,
    "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n": types.ConfigurationDocument,
    "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) {\n      ... on ConfigurationChanged { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n": types.UpdateConfigurationDocument,
    "\n  query AmbiguousItems($first: Int!, $after: String) {\n    failedItems(first: $first, after: $after, filter: { code: { eq: \"AMBIGUOUS_MATCH\" }, open: true }) {\n      totalCount\n      nodes { ...CaseItem_item }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AmbiguousItemsDocument,
    "\n  fragment CaseItem_item on FailedItem {\n    index externalId entity\n    run { id startedAt }\n    decision {\n      strategy normalizedValue\n      candidates {\n        id deletedAt lastActivityAt\n        owner { name }\n        ... on Contact { name title contactCompany: companyName email phone mobilePhone }\n        ... on Company { companyName: name domain }\n      }\n    }\n  }\n": types.CaseItem_ItemFragmentDoc,
    "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n": types.Decision_DecisionFragmentDoc,
    "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes { id state ...PairItem_pair }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.PossibleDuplicatesDocument,
    "\n  fragment PairItem_pair on PossibleDuplicate {\n    id kind foundAt firstId secondId state settledAt\n    settledBy { label }\n    run { id }\n    first {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n    second {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n  }\n": types.PairItem_PairFragmentDoc,
    "\n  query ExplainMatch($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": types.ExplainMatchDocument,
    "\n  query ExplainCompanyMatch($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }\n  }\n": types.ExplainCompanyMatchDocument,
    "\n  query PreviewSample {\n    contacts(first: 20) { nodes { id email firstName lastName companyName } }\n    companies(first: 1) { nodes { id name domain } }\n  }\n": types.PreviewSampleDocument,
    "\n  fragment RunItem_item on RunItem {\n    index externalId recordId payload keptHere\n    record { id ... on Contact { name } ... on Company { companyName: name } }\n    decision { outcome strategy normalizedValue weak reused message ...Decision_decision }\n    changes { id fields { field isCustom old new } }\n  }\n": types.RunItem_ItemFragmentDoc,
    "\n  query RunItems($id: ID!, $first: Int!, $after: String) {\n    run(id: $id) {\n      items(first: $first, after: $after) {\n        totalCount\n        nodes { index payload decision { outcome } ...RunItem_item }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.RunItemsDocument,
    "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts revertsId\n      revertible { possible revertedBy { id } }\n      counts { outcome count }\n    }\n  }\n": types.SyncRunDocument,
    "\n  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SyncRunsDocument,
    "\n  fragment Tried_result on ItemResult {\n    index id externalId created keptHere properties\n    problem { code message }\n    decision { outcome strategy weak normalizedValue ...Decision_decision }\n  }\n": types.Tried_ResultFragmentDoc,
    "\n  mutation TrySyncContacts($input: [LeadInput!]!) {\n    report: syncContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TrySyncContactsDocument,
    "\n  mutation TrySyncCompanies($input: [CompanyLeadInput!]!) {\n    report: syncCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TrySyncCompaniesDocument,
    "\n  mutation TryCreateContacts($input: [LeadInput!]!) {\n    report: createContacts(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryCreateContactsDocument,
    "\n  mutation TryCreateCompanies($input: [CompanyLeadInput!]!) {\n    report: createCompanies(leads: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryCreateCompaniesDocument,
    "\n  mutation TryUpdateContacts($input: [ContactUpdate!]!) {\n    report: updateContacts(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryUpdateContactsDocument,
    "\n  mutation TryUpdateCompanies($input: [CompanyUpdate!]!) {\n    report: updateCompanies(updates: $input, dryRun: true) { results { ...Tried_result } }\n  }\n": types.TryUpdateCompaniesDocument,
    "\n  query TriedRecords($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Contact {\n        name email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country\n        industry website bio tags leadScore lifecycleStage ownerId customFields { key value }\n      }\n      ... on Company {\n        label: name domain website industry numberOfEmployees linkedinUrl location description revenue companyType\n        foundedYear technologiesUsed tags ownerId customFields { key value }\n      }\n    }\n  }\n": types.TriedRecordsDocument,
    "\n  query ExplainForPreview($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n": types.ExplainForPreviewDocument,
    "\n  query ExplainCompanyForPreview($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n": types.ExplainCompanyForPreviewDocument,
    "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) {\n      ... on ExternalLinked { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n": types.LinkExternalDocument,
    "\n  subscription RunFinished($filter: RunFilter) {\n    syncRunFinished(filter: $filter) { missed run { id } }\n  }\n": types.RunFinishedDocument,
    "\n  mutation DismissPair($ids: [ID!]!) {\n    dismissPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n": types.DismissPairDocument,
    "\n  mutation ReopenPair($ids: [ID!]!) {\n    reopenPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n": types.ReopenPairDocument,
    "\n  query Task($id: ID!) {\n    task(id: $id) { id ...TaskRow_task }\n  }\n": types.TaskDocument,
    "\n  query Tasks($first: Int!, $after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.TasksDocument,
    "\n  query EveryTask($after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EveryTaskDocument,
    "\n  fragment TaskRow_task on Task {\n    id version subject description type dueAt completed completedAt ownerId contactId companyId\n    owner { id name }\n    contact { id name companyName }\n    company { id name }\n  }\n": types.TaskRow_TaskFragmentDoc,
    "\n  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {\n    updateTask(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on TaskChanged { changeSetId task { id ...TaskRow_task } }\n      ... on Problem { code message }\n    }\n  }\n": types.ChangeTaskDocument,
    "\n  mutation WriteTaskDown($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { changeSetId task { id subject } }\n      ... on Problem { code message }\n    }\n  }\n": types.WriteTaskDownDocument,
    "\n  mutation RemoveTask($id: ID!) {\n    deleteTasks(ids: [$id]) { changeSetId results { id problem { code message } task { id deletedAt } } }\n  }\n": types.RemoveTaskDocument,
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
export function graphql(source: "\n  query Palette($text: String!) {\n    contacts: search(text: $text, types: [CONTACT], first: 6) { edges { ...Palette_edge } }\n    companies: search(text: $text, types: [COMPANY], first: 4) { edges { ...Palette_edge } }\n    deals: search(text: $text, types: [DEAL], first: 4) { edges { ...Palette_edge } }\n    tasks: search(text: $text, types: [TASK], first: 4) { edges { ...Palette_edge } }\n  }\n"): (typeof documents)["\n  query Palette($text: String!) {\n    contacts: search(text: $text, types: [CONTACT], first: 6) { edges { ...Palette_edge } }\n    companies: search(text: $text, types: [COMPANY], first: 4) { edges { ...Palette_edge } }\n    deals: search(text: $text, types: [DEAL], first: 4) { edges { ...Palette_edge } }\n    tasks: search(text: $text, types: [TASK], first: 4) { edges { ...Palette_edge } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Palette_edge on SearchEdge {\n    score\n    node {\n      __typename\n      id\n      ... on Contact { name title companyName email }\n      ... on Company { name domain industry }\n      ... on Deal { called: name stage contact { id name } }\n      ... on Task { subject completed contact { id name } }\n    }\n    highlights { field parts { text isMatch } }\n  }\n"): (typeof documents)["\n  fragment Palette_edge on SearchEdge {\n    score\n    node {\n      __typename\n      id\n      ... on Contact { name title companyName email }\n      ... on Company { name domain industry }\n      ... on Deal { called: name stage contact { id name } }\n      ... on Task { subject completed contact { id name } }\n    }\n    highlights { field parts { text isMatch } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EngagementCard_record on Record {\n    id\n    engagement {\n      stage furthestStage isBackwards status step steps channel replies replied opens clicks lastEngagedAt reportedAt\n      campaigns senders sequenceStatus\n    }\n  }\n"): (typeof documents)["\n  fragment EngagementCard_record on Record {\n    id\n    engagement {\n      stage furthestStage isBackwards status step steps channel replies replied opens clicks lastEngagedAt reportedAt\n      campaigns senders sequenceStatus\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngagementRaw($id: ID!) {\n    node(id: $id) {\n      ... on Record { engagementReports(first: 40) { nodes { id name newRaw receivedAt } } }\n    }\n  }\n"): (typeof documents)["\n  query EngagementRaw($id: ID!) {\n    node(id: $id) {\n      ... on Record { engagementReports(first: 40) { nodes { id name newRaw receivedAt } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnginyPanel($id: ID!) {\n    node(id: $id) {\n      ... on Record { id externalLinks { externalId strategy createdAt decidedAt pendingClears } }\n    }\n    nextSync(id: $id) {\n      externalId nullSafety\n      properties { property action value heldByEnginy }\n      keptHere { property value heldByEnginy }\n    }\n  }\n"): (typeof documents)["\n  query EnginyPanel($id: ID!) {\n    node(id: $id) {\n      ... on Record { id externalLinks { externalId strategy createdAt decidedAt pendingClears } }\n    }\n    nextSync(id: $id) {\n      externalId nullSafety\n      properties { property action value heldByEnginy }\n      keptHere { property value heldByEnginy }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClearInEnginy($id: ID!, $properties: [String!]!) {\n    clearInEnginy(id: $id, properties: $properties) {\n      ... on ClearingAsked { changeSetId links { externalId pendingClears } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ClearInEnginy($id: ID!, $properties: [String!]!) {\n    clearInEnginy(id: $id, properties: $properties) {\n      ... on ClearingAsked { changeSetId links { externalId pendingClears } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FieldHistory($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 100) {\n          nodes { id at source actor { label } run { id act } fields { field old new } }\n          pageInfo { hasNextPage }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FieldHistory($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 100) {\n          nodes { id at source actor { label } run { id act } fields { field old new } }\n          pageInfo { hasNextPage }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LastRuns($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 12) { nodes { id at source actor { label } run { id act } fields { field } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query LastRuns($id: ID!) {\n    node(id: $id) {\n      ... on Record {\n        changes(first: 12) { nodes { id at source actor { label } run { id act } fields { field } } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NotesCard_notes on NoteConnection {\n    nodes { id body isPinned createdAt updatedAt version author { label } }\n  }\n"): (typeof documents)["\n  fragment NotesCard_notes on NoteConnection {\n    nodes { id body isPinned createdAt updatedAt version author { label } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateNote($recordId: ID!, $note: NoteFields!) {\n    createNote(recordId: $recordId, note: $note) {\n      ... on NoteChanged { note { id } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateNote($recordId: ID!, $note: NoteFields!) {\n    createNote(recordId: $recordId, note: $note) {\n      ... on NoteChanged { note { id } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateNote($id: ID!, $changes: NoteFields!, $expectedVersion: Int) {\n    updateNote(id: $id, changes: $changes, expectedVersion: $expectedVersion) {\n      ... on NoteChanged { note { id body isPinned } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateNote($id: ID!, $changes: NoteFields!, $expectedVersion: Int) {\n    updateNote(id: $id, changes: $changes, expectedVersion: $expectedVersion) {\n      ... on NoteChanged { note { id body isPinned } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteNote($id: ID!) {\n    deleteNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n"): (typeof documents)["\n  mutation DeleteNote($id: ID!) {\n    deleteNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreNote($id: ID!) {\n    restoreNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n"): (typeof documents)["\n  mutation RestoreNote($id: ID!) {\n    restoreNotes(ids: [$id]) { results { problem { code message } note { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindContacts($text: String!) {\n    contacts(filter: { text: $text }, first: 12) { nodes { id name companyName email } }\n  }\n"): (typeof documents)["\n  query FindContacts($text: String!) {\n    contacts(filter: { text: $text }, first: 12) { nodes { id name companyName email } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindCompanies($text: String!) {\n    companies(filter: { text: $text }, first: 12) { nodes { id name domain } }\n  }\n"): (typeof documents)["\n  query FindCompanies($text: String!) {\n    companies(filter: { text: $text }, first: 12) { nodes { id name domain } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TasksCard_tasks on TaskConnection {\n    nodes { id subject dueAt completed completedAt type owner { id name } }\n  }\n"): (typeof documents)["\n  fragment TasksCard_tasks on TaskConnection {\n    nodes { id subject dueAt completed completedAt type owner { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { id }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { id }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($id: ID!) {\n    updateTask(id: $id, changes: { completed: true }) {\n      ... on TaskChanged { changeSetId task { id completed } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($id: ID!) {\n    updateTask(id: $id, changes: { completed: true }) {\n      ... on TaskChanged { changeSetId task { id completed } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {\n    node(id: $id) {\n      ... on Record {\n        timeline(first: $first, after: $after, filter: $filter) {\n          nodes { id at ...TimelineEntry_item }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RecordTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {\n    node(id: $id) {\n      ... on Record {\n        timeline(first: $first, after: $after, filter: $filter) {\n          nodes { id at ...TimelineEntry_item }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TimelineItemAdded($id: ID!) {\n    timelineItemAdded(recordId: $id) { missed }\n  }\n"): (typeof documents)["\n  subscription TimelineItemAdded($id: ID!) {\n    timelineItemAdded(recordId: $id) { missed }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineEntry_item on TimelineItem {\n    __typename\n    ... on ActivityItem {\n      activity { id type direction subject bodyText sender step steps owner { name } }\n      event { kind channel }\n    }\n    ... on EngagementEventItem {\n      event {\n        kind channel step steps certainty count text\n        campaigns(first: 3) { nodes { id name } }\n        senders(first: 3) { nodes { id name } }\n      }\n    }\n    ... on FieldChangesItem { actor { label } source fields { field old new isCustom } }\n    ... on SyncItem { syncMoment strategy externalId }\n    ... on TaskItem { taskMoment task { id subject dueAt } }\n  }\n"): (typeof documents)["\n  fragment TimelineEntry_item on TimelineItem {\n    __typename\n    ... on ActivityItem {\n      activity { id type direction subject bodyText sender step steps owner { name } }\n      event { kind channel }\n    }\n    ... on EngagementEventItem {\n      event {\n        kind channel step steps certainty count text\n        campaigns(first: 3) { nodes { id name } }\n        senders(first: 3) { nodes { id name } }\n      }\n    }\n    ... on FieldChangesItem { actor { label } source fields { field old new isCustom } }\n    ... on SyncItem { syncMoment strategy externalId }\n    ... on TaskItem { taskMoment task { id subject dueAt } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignNames {\n    campaigns(first: 200) { nodes { id name } }\n    senders(first: 200) { nodes { id name } }\n  }\n"): (typeof documents)["\n  query CampaignNames {\n    campaigns(first: 200) { nodes { id name } }\n    senders(first: 200) { nodes { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DealStageNames {\n    dealStages { stage }\n  }\n"): (typeof documents)["\n  query DealStageNames {\n    dealStages { stage }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EngagementColumns_engagement on Engagement {\n    stage replies\n    ... @include(if: $more) { furthestStage status step steps channel opens clicks lastEngagedAt campaigns senders }\n  }\n"): (typeof documents)["\n  fragment EngagementColumns_engagement on Engagement {\n    stage replies\n    ... @include(if: $more) { furthestStage status step steps channel opens clicks lastEngagedAt campaigns senders }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomFieldsOf($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }\n  }\n"): (typeof documents)["\n  query CustomFieldsOf($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevertChangeSet($id: ID!) {\n    revertChangeSet(id: $id) {\n      ... on ChangeSetReverted { changeSetId totals { reverted partly kept failed } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RevertChangeSet($id: ID!) {\n    revertChangeSet(id: $id) {\n      ... on ChangeSetReverted { changeSetId totals { reverted partly kept failed } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TagNames {\n    tags(first: 200) { nodes { name } }\n  }\n"): (typeof documents)["\n  query TagNames {\n    tags(first: 200) { nodes { name } }\n  }\n"];
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
export function graphql(source: "\n  query SavedViews($entity: SavedViewEntity!) {\n    savedViews(entity: $entity, first: 100) { nodes { id name isMine isShared filter orderBy columns owner { label } } }\n  }\n"): (typeof documents)["\n  query SavedViews($entity: SavedViewEntity!) {\n    savedViews(entity: $entity, first: 100) { nodes { id name isMine isShared filter orderBy columns owner { label } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateView($entity: SavedViewEntity!, $view: SavedViewFields!) {\n    createSavedView(entity: $entity, view: $view) {\n      ... on SavedViewChanged { view { id } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateView($entity: SavedViewEntity!, $view: SavedViewFields!) {\n    createSavedView(entity: $entity, view: $view) {\n      ... on SavedViewChanged { view { id } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateView($id: ID!, $changes: SavedViewFields!) {\n    updateSavedView(id: $id, changes: $changes) {\n      ... on SavedViewChanged { id }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateView($id: ID!, $changes: SavedViewFields!) {\n    updateSavedView(id: $id, changes: $changes) {\n      ... on SavedViewChanged { id }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteView($id: ID!) {\n    deleteSavedViews(ids: [$id]) { results { problem { code message } } }\n  }\n"): (typeof documents)["\n  mutation DeleteView($id: ID!) {\n    deleteSavedViews(ids: [$id]) { results { problem { code message } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activities($first: Int!, $after: String, $filter: ActivityFilter) {\n    activities(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Activities($first: Int!, $after: String, $filter: ActivityFilter) {\n    activities(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes { id ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActivityRow_activity on Activity {\n    id type direction subject bodyText happenedAt sender step steps ownerId\n    contact { id name companyName }\n    company { id name }\n    owner { id name }\n  }\n"): (typeof documents)["\n  fragment ActivityRow_activity on Activity {\n    id type direction subject bodyText happenedAt sender step steps ownerId\n    contact { id name companyName }\n    company { id name }\n    owner { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryActivity($after: String, $filter: ActivityFilter) {\n    activities(first: 200, after: $after, filter: $filter) {\n      nodes { ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query EveryActivity($after: String, $filter: ActivityFilter) {\n    activities(first: 200, after: $after, filter: $filter) {\n      nodes { ...ActivityRow_activity }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "): (typeof documents)["\n      mutation TagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "): (typeof documents)["\n      mutation UntagCompanies($ids: [ID!], $filter: CompanyFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, companyFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation GiveCompanies($ids: [ID!], $filter: CompanyFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, companyFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditCompanies($ids: [ID!], $filter: CompanyFilter, $changes: CompanyFields!) {\n      report: editCompanies(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation EditCompanies($ids: [ID!], $filter: CompanyFilter, $changes: CompanyFields!) {\n      report: editCompanies(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {\n      report: deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "): (typeof documents)["\n    mutation DeleteCompanies($ids: [ID!], $filter: CompanyFilter) {\n      report: deleteCompanies(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCompanies($updates: [CompanyUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateCompanies(updates: $updates) {\n      changeSetId\n      results { id problem { code message } company { id ...CompanyRow_company } }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCompanies($updates: [CompanyUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateCompanies(updates: $updates) {\n      changeSetId\n      results { id problem { code message } company { id ...CompanyRow_company } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Companies(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: CompanyFilter\n    $orderBy: [CompanyOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    companies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"): (typeof documents)["\n  query Companies(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: CompanyFilter\n    $orderBy: [CompanyOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    companies(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyCount($filter: CompanyFilter) {\n    companies(first: 0, filter: $filter) { totalCount }\n  }\n"): (typeof documents)["\n  query CompanyCount($filter: CompanyFilter) {\n    companies(first: 0, filter: $filter) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanyRow_company on Company {\n    id version name domain industry numberOfEmployees location dealValue tags ownerId lastActivityAt\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) { website linkedinUrl companyType revenue foundedYear createdAt updatedAt }\n    customFields @include(if: $custom) { key value }\n  }\n"): (typeof documents)["\n  fragment CompanyRow_company on Company {\n    id version name domain industry numberOfEmployees location dealValue tags ownerId lastActivityAt\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) { website linkedinUrl companyType revenue foundedYear createdAt updatedAt }\n    customFields @include(if: $custom) { key value }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryCompany($after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    companies(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query EveryCompany($after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    companies(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...CompanyRow_company }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ShownCompaniesChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    companyChanged(ids: $ids) { missed id fate company { id ...CompanyRow_company } }\n  }\n"): (typeof documents)["\n  subscription ShownCompaniesChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    companyChanged(ids: $ids) { missed id fate company { id ...CompanyRow_company } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FittingCompaniesChanged($filter: CompanyFilter) {\n    companyChanged(filter: $filter) { missed id fate }\n  }\n"): (typeof documents)["\n  subscription FittingCompaniesChanged($filter: CompanyFilter) {\n    companyChanged(filter: $filter) { missed id fate }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanyDeals_company on Company {\n    id name\n    deals(first: 30) { nodes { id name amount currency stage status expectedClose } }\n  }\n"): (typeof documents)["\n  fragment CompanyDeals_company on Company {\n    id name\n    deals(first: 30) { nodes { id name amount currency stage status expectedClose } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanyFieldsCard_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear\n    technologiesUsed description\n    customFields { key value }\n  }\n"): (typeof documents)["\n  fragment CompanyFieldsCard_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear\n    technologiesUsed description\n    customFields { key value }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanyHeader_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location tags ownerId deletedAt\n  }\n"): (typeof documents)["\n  fragment CompanyHeader_company on Company {\n    id version name domain website linkedinUrl industry numberOfEmployees location tags ownerId deletedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CompanyPageChanged($id: ID!) {\n    companyChanged(ids: [$id]) { missed id }\n  }\n"): (typeof documents)["\n  subscription CompanyPageChanged($id: ID!) {\n    companyChanged(ids: [$id]) { missed id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyPeople($id: ID!, $first: Int!, $after: String) {\n    company(id: $id) {\n      contacts(first: $first, after: $after) {\n        totalCount\n        nodes { id name title owner { id name } engagement { stage } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompanyPeople($id: ID!, $first: Int!, $after: String) {\n    company(id: $id) {\n      contacts(first: $first, after: $after) {\n        totalCount\n        nodes { id name title owner { id name } engagement { stage } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeCompany($update: CompanyUpdate!) {\n    updateCompanies(updates: [$update]) {\n      changeSetId\n      results { problem { code message } company { id version } }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeCompany($update: CompanyUpdate!) {\n    updateCompanies(updates: [$update]) {\n      changeSetId\n      results { problem { code message } company { id version } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCompany($id: ID!) {\n    deleteCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation DeleteCompany($id: ID!) {\n    deleteCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreCompany($id: ID!) {\n    restoreCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation RestoreCompany($id: ID!) {\n    restoreCompanies(ids: [$id]) { changeSetId results { problem { code message } company { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id name domain version deletedAt lastActivityAt\n      ...CompanyHeader_company\n      ...EngagementCard_record\n      ...CompanyFieldsCard_company\n      ...CompanyDeals_company\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n"): (typeof documents)["\n  query Company($id: ID!) {\n    company(id: $id) {\n      id name domain version deletedAt lastActivityAt\n      ...CompanyHeader_company\n      ...EngagementCard_record\n      ...CompanyFieldsCard_company\n      ...CompanyDeals_company\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    isShared\n    isMine\n    owner {\n      label\n    }\n  }\n"): (typeof documents)["\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    isShared\n    isMine\n    owner {\n      label\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n"): (typeof documents)["\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          ...QueryFields\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      ... on SavedQueryChanged {\n        savedQuery {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactFieldsCard_contact on Contact {\n    id version firstName lastName fullName title companyName email phone mobilePhone linkedinUrl website location city\n    state country industry bio lifecycleStage leadScore\n    customFields { key value }\n  }\n"): (typeof documents)["\n  fragment ContactFieldsCard_contact on Contact {\n    id version firstName lastName fullName title companyName email phone mobilePhone linkedinUrl website location city\n    state country industry bio lifecycleStage leadScore\n    customFields { key value }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactHeader_contact on Contact {\n    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt\n    company { id name }\n    ...NextAction_contact\n  }\n"): (typeof documents)["\n  fragment ContactHeader_contact on Contact {\n    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt\n    company { id name }\n    ...NextAction_contact\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ContactPageChanged($id: ID!) {\n    contactChanged(ids: [$id]) { missed id }\n  }\n"): (typeof documents)["\n  subscription ContactPageChanged($id: ID!) {\n    contactChanged(ids: [$id]) { missed id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactRelations_contact on Contact {\n    id name\n    company { id name domain industry numberOfEmployees location }\n    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }\n  }\n"): (typeof documents)["\n  fragment ContactRelations_contact on Contact {\n    id name\n    company { id name domain industry numberOfEmployees location }\n    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextAction_contact on Contact {\n    id\n    engagement { stage }\n    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }\n  }\n"): (typeof documents)["\n  fragment NextAction_contact on Contact {\n    id\n    engagement { stage }\n    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id name version deletedAt lastActivityAt\n      ...ContactHeader_contact\n      ...EngagementCard_record\n      ...ContactFieldsCard_contact\n      ...ContactRelations_contact\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n"): (typeof documents)["\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id name version deletedAt lastActivityAt\n      ...ContactHeader_contact\n      ...EngagementCard_record\n      ...ContactFieldsCard_contact\n      ...ContactRelations_contact\n      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }\n      notes(first: 50) { ...NotesCard_notes }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteOneContact($id: ID!) {\n    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation DeleteOneContact($id: ID!) {\n    deleteContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreOneContact($id: ID!) {\n    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation RestoreOneContact($id: ID!) {\n    restoreContacts(ids: [$id]) { changeSetId results { problem { code message } contact { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeContact($update: ContactUpdate!) {\n    updateContacts(updates: [$update]) {\n      changeSetId\n      results { problem { code message } contact { id version } }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeContact($update: ContactUpdate!) {\n    updateContacts(updates: [$update]) {\n      changeSetId\n      results { problem { code message } contact { id version } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "): (typeof documents)["\n      mutation TagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: addTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "): (typeof documents)["\n      mutation UntagContacts($ids: [ID!], $filter: ContactFilter, $tags: [String!]!) {\n        report: removeTags(ids: $ids, contactFilter: $filter, tags: $tags) {\n          changeSetId changed failed problem { code message }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation GiveContacts($ids: [ID!], $filter: ContactFilter, $ownerId: ID) {\n      report: assignOwner(ids: $ids, contactFilter: $filter, ownerId: $ownerId) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {\n      report: editContacts(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation EditContacts($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!) {\n      report: editContacts(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {\n      report: deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "): (typeof documents)["\n    mutation DeleteContacts($ids: [ID!], $filter: ContactFilter) {\n      report: deleteContacts(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateContacts($updates: [ContactUpdate!]!, $custom: Boolean!, $more: Boolean! = true) {\n    updateContacts(updates: $updates) {\n      changeSetId\n      results { id problem { code message } contact { id ...ContactRow_contact } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactRow_contact on Contact {\n    id version name title companyName email phone tags ownerId lastActivityAt\n    company { id name }\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) {\n      mobilePhone linkedinUrl city country industry lifecycleStage leadScore dealValue createdAt updatedAt\n    }\n    customFields @include(if: $custom) { key value }\n  }\n"): (typeof documents)["\n  fragment ContactRow_contact on Contact {\n    id version name title companyName email phone tags ownerId lastActivityAt\n    company { id name }\n    owner { id name }\n    engagement { ...EngagementColumns_engagement }\n    ... @include(if: $more) {\n      mobilePhone linkedinUrl city country industry lifecycleStage leadScore dealValue createdAt updatedAt\n    }\n    customFields @include(if: $custom) { key value }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contacts(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: ContactFilter\n    $orderBy: [ContactOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"): (typeof documents)["\n  query Contacts(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: ContactFilter\n    $orderBy: [ContactOrder!]\n    $custom: Boolean!\n    $more: Boolean!\n    $counted: Boolean!\n  ) {\n    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      quickCount @include(if: $counted)\n      nodes { id ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 0, filter: $filter) { totalCount }\n  }\n"): (typeof documents)["\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 0, filter: $filter) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query EveryContact($after: String, $filter: ContactFilter, $orderBy: [ContactOrder!], $custom: Boolean!, $more: Boolean! = true) {\n    contacts(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...ContactRow_contact }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }\n  }\n"): (typeof documents)["\n  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!, $more: Boolean! = true) {\n    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FittingContactsChanged($filter: ContactFilter) {\n    contactChanged(filter: $filter) { missed id fate }\n  }\n"): (typeof documents)["\n  subscription FittingContactsChanged($filter: ContactFilter) {\n    contactChanged(filter: $filter) { missed id fate }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow_deal\n      notes(first: 50) { ...NotesCard_notes }\n      ...DealHistory_deal\n    }\n  }\n"): (typeof documents)["\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow_deal\n      notes(first: 50) { ...NotesCard_notes }\n      ...DealHistory_deal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealHistory_deal on Deal {\n    createdAt\n    createdBy { label }\n    changes(first: 30) {\n      totalCount\n      nodes { id at version source actor { label } fields { field old new } }\n    }\n  }\n"): (typeof documents)["\n  fragment DealHistory_deal on Deal {\n    createdAt\n    createdBy { label }\n    changes(first: 30) {\n      totalCount\n      nodes { id at version source actor { label } fields { field old new } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deals(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: DealFilter\n    $orderBy: [DealOrder!]\n  ) {\n    deals(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"): (typeof documents)["\n  query Deals(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: DealFilter\n    $orderBy: [DealOrder!]\n  ) {\n    deals(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation GiveDeals($ids: [ID!], $filter: DealFilter, $ownerId: ID) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: { ownerId: $ownerId }) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation GiveDeals($ids: [ID!], $filter: DealFilter, $ownerId: ID) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: { ownerId: $ownerId }) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation EditDeals($ids: [ID!], $filter: DealFilter, $changes: DealFields!) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "): (typeof documents)["\n    mutation EditDeals($ids: [ID!], $filter: DealFilter, $changes: DealFields!) {\n      report: updateDeals(ids: $ids, filter: $filter, changes: $changes) {\n        changeSetId changed failed problem { code message }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteDeals($ids: [ID!], $filter: DealFilter) {\n      report: deleteDeals(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "): (typeof documents)["\n    mutation DeleteDeals($ids: [ID!], $filter: DealFilter) {\n      report: deleteDeals(ids: $ids, filter: $filter) { changeSetId changed failed problem { code message } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {\n    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on DealChanged { changeSetId deal { id ...DealRow_deal } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {\n    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on DealChanged { changeSetId deal { id ...DealRow_deal } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealRow_deal on Deal {\n    id version name amount currency stage status expectedClose closedAt lostReason ownerId contactId companyId deletedAt\n    createdAt updatedAt\n    owner { id name }\n    contact { id name }\n    company { id name }\n  }\n"): (typeof documents)["\n  fragment DealRow_deal on Deal {\n    id version name amount currency stage status expectedClose closedAt lostReason ownerId contactId companyId deletedAt\n    createdAt updatedAt\n    owner { id name }\n    contact { id name }\n    company { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryDeal($after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query EveryDeal($after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DealTotals($filter: DealFilter) {\n    dealStages(filter: $filter) { stage status count amountByCurrency { currency amount } }\n  }\n"): (typeof documents)["\n  query DealTotals($filter: DealFilter) {\n    dealStages(filter: $filter) { stage status count amountByCurrency { currency amount } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DealsOfStage($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query DealsOfStage($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {\n    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { id ...DealRow_deal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDeal($deal: DealFields!) {\n    createDeals(deals: [$deal]) { changeSetId results { id problem { code message } deal { id } } }\n  }\n"): (typeof documents)["\n  mutation CreateDeal($deal: DealFields!) {\n    createDeals(deals: [$deal]) { changeSetId results { id problem { code message } deal { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDeal($id: ID!) {\n    deleteDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation DeleteDeal($id: ID!) {\n    deleteDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation RestoreDeal($id: ID!) {\n    restoreDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ShownDealsChanged($ids: [ID!]!) {\n    dealChanged(ids: $ids) { missed id fate deal { id ...DealRow_deal } }\n  }\n"): (typeof documents)["\n  subscription ShownDealsChanged($ids: [ID!]!) {\n    dealChanged(ids: $ids) { missed id fate deal { id ...DealRow_deal } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FittingDealsChanged($filter: DealFilter) {\n    dealChanged(filter: $filter) { missed id fate deal { id ...DealRow_deal } }\n  }\n"): (typeof documents)["\n  subscription FittingDealsChanged($filter: DealFilter) {\n    dealChanged(filter: $filter) { missed id fate deal { id ...DealRow_deal } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OpenDealChanged($id: ID!) {\n    dealChanged(ids: [$id]) { missed fate }\n  }\n"): (typeof documents)["\n  subscription OpenDealChanged($id: ID!) {\n    dealChanged(ids: [$id]) { missed fate }\n  }\n"];
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
export function graphql(source: "\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) {\n      ... on FieldAlertDismissed { alert { id state } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DismissAlert($id: ID!) {\n    dismissFieldAlert(id: $id) {\n      ... on FieldAlertDismissed { alert { id state } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n"): (typeof documents)["\n  query MappingsToConfirm($entity: Entity!) {\n    fieldMappings(first: 100, filter: { entity: $entity, statuses: [SUGGESTED, AUTOMATIC] }) {\n      nodes { id name status confidence reasons target { engagement field customField } }\n    }\n    customFieldDefinitions(first: 200, entity: $entity) { nodes { name samples } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {\n    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {\n      ... on CustomFieldChanged { definition { name label } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CustomFields($entity: Entity!, $first: Int!, $after: String) {\n    customFieldDefinitions(entity: $entity, first: $first, after: $after) {\n      totalCount\n      nodes {\n        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position\n        mappings { id status target { engagement field customField } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmMapping($id: ID!) {\n    confirmFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RejectMapping($id: ID!) {\n    rejectFieldMapping(id: $id) {\n      ... on FieldMappingDecided { reread mapping { id name status } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {\n    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {\n      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameMe($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      ... on PasswordChanged { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($currentPassword: String, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      ... on PasswordChanged { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n"): (typeof documents)["\n  query MySessions {\n    mySessions { id createdAt lastSeenAt method userAgent isCurrent }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      ... on SignedOut { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      ... on SignedOut { sessionsEnded }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnginyCalls {\n    syncRuns(first: 1, filter: { source: { eq: ENGINY } }) { nodes { id startedAt } }\n    enginyConnection { publicUrl path keyHeader }\n  }\n"): (typeof documents)["\n  query EnginyCalls {\n    syncRuns(first: 1, filter: { source: { eq: ENGINY } }) { nodes { id startedAt } }\n    enginyConnection { publicUrl path keyHeader }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EnginyCalled {\n    syncRunFinished(filter: { source: { eq: ENGINY } }) { missed }\n  }\n"): (typeof documents)["\n  subscription EnginyCalled {\n    syncRunFinished(filter: { source: { eq: ENGINY } }) { missed }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) {\n      ... on ApiKeyCreated { secret apiKey { id label } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($label: String!, $scopes: [ApiKeyScope!]!, $expiresAt: DateTime) {\n    createApiKey(label: $label, scopes: $scopes, expiresAt: $expiresAt) {\n      ... on ApiKeyCreated { secret apiKey { id label } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys { id label scopes start createdAt createdBy { label } lastUsedAt expiresAt revokedAt isValid }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ... on ApiKeyRevoked { apiKey { id revokedAt isValid } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ... on ApiKeyRevoked { apiKey { id revokedAt isValid } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n"): (typeof documents)["\n  query SyncBackFields($entity: Entity!) {\n    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameTag($tag: String!, $to: String!) {\n    report: renameTag(tag: $tag, to: $to) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation MergeTags($tags: [String!]!, $into: String!) {\n    report: mergeTags(tags: $tags, into: $into) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Tags($first: Int!, $after: String, $text: String) {\n    tags(first: $first, after: $after, text: $text) {\n      totalCount\n      nodes { name contactCount companyCount }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTagEverywhere($tag: String!) {\n    removeTag(tag: $tag) {\n      ... on TagsReplaced { contactsChanged companiesChanged }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUser($name: String!, $email: String, $role: Role!, $id: ID) {\n    createUser(name: $name, email: $email, role: $role, id: $id) {\n      ... on UserChanged { user { id name } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name email role } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($id: ID!, $changes: UserChanges!) {\n    updateUser(id: $id, changes: $changes) {\n      ... on UserChanged { user { id name email role } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n"): (typeof documents)["\n  query Users {\n    users { id name email role createdAt deactivatedAt passwordSetAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      ... on UserChanged { user { id deactivatedAt } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n"): (typeof documents)["\n  query Configuration {\n    configuration {\n      contactSyncBack { property field }\n      companySyncBack { property field }\n      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold\n      baseCurrency dealStages\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) {\n      ... on ConfigurationChanged { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateConfiguration($changes: ConfigurationChanges!) {\n    updateConfiguration(changes: $changes) {\n      ... on ConfigurationChanged { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AmbiguousItems($first: Int!, $after: String) {\n    failedItems(first: $first, after: $after, filter: { code: { eq: \"AMBIGUOUS_MATCH\" }, open: true }) {\n      totalCount\n      nodes { ...CaseItem_item }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query AmbiguousItems($first: Int!, $after: String) {\n    failedItems(first: $first, after: $after, filter: { code: { eq: \"AMBIGUOUS_MATCH\" }, open: true }) {\n      totalCount\n      nodes { ...CaseItem_item }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseItem_item on FailedItem {\n    index externalId entity\n    run { id startedAt }\n    decision {\n      strategy normalizedValue\n      candidates {\n        id deletedAt lastActivityAt\n        owner { name }\n        ... on Contact { name title contactCompany: companyName email phone mobilePhone }\n        ... on Company { companyName: name domain }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CaseItem_item on FailedItem {\n    index externalId entity\n    run { id startedAt }\n    decision {\n      strategy normalizedValue\n      candidates {\n        id deletedAt lastActivityAt\n        owner { name }\n        ... on Contact { name title contactCompany: companyName email phone mobilePhone }\n        ... on Company { companyName: name domain }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n"): (typeof documents)["\n  fragment Decision_decision on MatchDecision {\n    outcome strategy normalizedValue weak reused narrowedBy code message differs\n    candidates {\n      id\n      ... on Contact { name email phone contactCompany: companyName }\n      ... on Company { companyName: name domain }\n    }\n    elsewhere { strategy recordId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes { id state ...PairItem_pair }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {\n    possibleDuplicates(first: $first, after: $after, state: $state) {\n      totalCount\n      nodes { id state ...PairItem_pair }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PairItem_pair on PossibleDuplicate {\n    id kind foundAt firstId secondId state settledAt\n    settledBy { label }\n    run { id }\n    first {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n    second {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n  }\n"): (typeof documents)["\n  fragment PairItem_pair on PossibleDuplicate {\n    id kind foundAt firstId secondId state settledAt\n    settledBy { label }\n    run { id }\n    first {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n    second {\n      id deletedAt\n      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }\n      ... on Company { companyName: name domain linkedinUrl location }\n    }\n  }\n"];
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
export function graphql(source: "\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts revertsId\n      revertible { possible revertedBy { id } }\n      counts { outcome count }\n    }\n  }\n"): (typeof documents)["\n  query SyncRun($id: ID!) {\n    run(id: $id) {\n      id act door source actorLabel startedAt durationMs status message requestId facts revertsId\n      revertible { possible revertedBy { id } }\n      counts { outcome count }\n    }\n  }\n"];
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
export function graphql(source: "\n  query ExplainForPreview($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n"): (typeof documents)["\n  query ExplainForPreview($lead: LeadInput!) {\n    explained: explainMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainCompanyForPreview($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n"): (typeof documents)["\n  query ExplainCompanyForPreview($lead: CompanyLeadInput!) {\n    explained: explainCompanyMatch(lead: $lead) {\n      recordId problem { code message } decision { outcome strategy weak normalizedValue ...Decision_decision }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) {\n      ... on ExternalLinked { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation LinkExternal($externalId: ID!, $recordId: ID!) {\n    linkExternal(externalId: $externalId, recordId: $recordId) {\n      ... on ExternalLinked { changeSetId }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunFinished($filter: RunFilter) {\n    syncRunFinished(filter: $filter) { missed run { id } }\n  }\n"): (typeof documents)["\n  subscription RunFinished($filter: RunFilter) {\n    syncRunFinished(filter: $filter) { missed run { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissPair($ids: [ID!]!) {\n    dismissPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n"): (typeof documents)["\n  mutation DismissPair($ids: [ID!]!) {\n    dismissPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenPair($ids: [ID!]!) {\n    reopenPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n"): (typeof documents)["\n  mutation ReopenPair($ids: [ID!]!) {\n    reopenPossibleDuplicates(ids: $ids) { results { pair { id state } problem { code message } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Task($id: ID!) {\n    task(id: $id) { id ...TaskRow_task }\n  }\n"): (typeof documents)["\n  query Task($id: ID!) {\n    task(id: $id) { id ...TaskRow_task }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tasks($first: Int!, $after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Tasks($first: Int!, $after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes { id ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryTask($after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query EveryTask($after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {\n    tasks(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes { ...TaskRow_task }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow_task on Task {\n    id version subject description type dueAt completed completedAt ownerId contactId companyId\n    owner { id name }\n    contact { id name companyName }\n    company { id name }\n  }\n"): (typeof documents)["\n  fragment TaskRow_task on Task {\n    id version subject description type dueAt completed completedAt ownerId contactId companyId\n    owner { id name }\n    contact { id name companyName }\n    company { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {\n    updateTask(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on TaskChanged { changeSetId task { id ...TaskRow_task } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {\n    updateTask(id: $id, changes: $changes, expectedVersion: $version) {\n      ... on TaskChanged { changeSetId task { id ...TaskRow_task } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteTaskDown($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { changeSetId task { id subject } }\n      ... on Problem { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation WriteTaskDown($task: TaskFields!) {\n    createTask(task: $task) {\n      ... on TaskChanged { changeSetId task { id subject } }\n      ... on Problem { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTask($id: ID!) {\n    deleteTasks(ids: [$id]) { changeSetId results { id problem { code message } task { id deletedAt } } }\n  }\n"): (typeof documents)["\n  mutation RemoveTask($id: ID!) {\n    deleteTasks(ids: [$id]) { changeSetId results { id problem { code message } task { id deletedAt } } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;