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
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n": typeof types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n": typeof types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n": typeof types.ConsoleRemoveDocument,
};
const documents: Documents = {
    "\n  fragment QueryFields on SavedQuery {\n    id\n    title\n    description\n    document\n    variables\n    shared\n    mine\n    owner {\n      label\n    }\n  }\n": types.QueryFieldsFragmentDoc,
    "\n  query ConsoleLibrary($asked: ID!, $isAsked: Boolean!) {\n    examples {\n      ...QueryFields\n    }\n    savedQueries(first: 200) {\n      nodes {\n        ...QueryFields\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    savedQuery(id: $asked) @include(if: $isAsked) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleLibraryDocument,
    "\n  mutation ConsoleSave($query: SavedQueryFields!) {\n    createSavedQuery(query: $query) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleSaveDocument,
    "\n  mutation ConsoleChange($id: ID!, $changes: SavedQueryFields!) {\n    updateSavedQuery(id: $id, changes: $changes) {\n      ...QueryFields\n    }\n  }\n": types.ConsoleChangeDocument,
    "\n  mutation ConsoleRemove($id: ID!) {\n    deleteSavedQuery(id: $id) {\n      id\n    }\n  }\n": types.ConsoleRemoveDocument,
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

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;