import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { platformSources } from './platforms.ts'

const read = (name: string, files: Readonly<Record<string, string>>) =>
  platformSources[name]!.read(snapshotOf(files)).map(({ code, en, hint }) => [code, en, hint?.reason])

test('CAMARA: status, code and message of an example, comments between them left out', () => {
  const text =
    'value:\r\n  status: 403\r\n  code: INVALID_TOKEN_CONTEXT\r\n  # message: "{{field}}"\r\n  message: "Not consistent."\r\n  status: 404\n  code: NOT_FOUND\n  message: None.\n'
  expect(read('camara', { 'artifacts/common/CAMARA_common.yaml': text })).toEqual([
    ['INVALID_TOKEN_CONTEXT', 'Not consistent', 'invalid-parameter'],
    ['NOT_FOUND', 'None', 'not-found'],
  ])
})

test('WooCommerce: errors and exceptions, of one code the first; 401 or 403 where the visitor decides', () => {
  const text = [
    "return new \\WP_Error( 'woocommerce_rest_cannot_view', __( 'Sorry, no.', 'woocommerce-rest-api' ), array( 'status' => rest_authorization_required_code() ) );",
    "throw new \\WC_REST_Exception( 'woocommerce_rest_invalid_order_id', __( 'Invalid order ID.', 'woocommerce-rest-api' ), 404 );",
    `return new \\WP_Error( 'woocommerce_rest_slug_too_long', sprintf( __( 'Slug "%s" is too long.', 'woocommerce-rest-api' ), $slug ), array( 'status' => 400 ) );`,
    "return new \\WP_Error( 'woocommerce_rest_cannot_view', __( 'Again.', 'woocommerce-rest-api' ), array( 'status' => 404 ) );",
  ].join('\n')
  expect(read('woocommerce', { 'src/a.php': text })).toEqual([
    ['woocommerce_rest_cannot_view', 'Sorry, no', 'permission-denied'],
    ['woocommerce_rest_invalid_order_id', 'Invalid order ID', 'not-found'],
    ['woocommerce_rest_slug_too_long', 'Slug "…" is too long', 'out-of-range'],
  ])
})

test('Ory: numbers counted from where their block begins, the words from the functions beside them', () => {
  const ids =
    'package text\n\nconst (\n\tInfoRoot ID = 1010000 + iota // 1010000\n)\n\nconst (\n\tErrorValidation ID = 4000000 + iota\n\tErrorValidationGeneric\n\tErrorValidationRequired\n)\n'
  const words =
    'return &Message{\n\t\tID:   ErrorValidationRequired,\n\t\tText: fmt.Sprintf("Property %s is missing.", missing),\n}\nreturn &Message{\n\t\tID:   ErrorValidationGeneric,\n\t\tText: reason,\n}\n'
  expect(read('ory', { 'text/id.go': ids, 'text/message_validation.go': words })).toEqual([
    ['4000002', 'Property … is missing', 'missing-parameter'],
  ])
})

test('Vimeo: whole sentences only, with their apostrophes', () => {
  const text = `description: 'Error code 3200: The user doesn''t own this channel.'\ndescription: "* Error code 2205: The input is empty.\\n* Error code 2204: The input isn't valid."\ndescription: 'Error code 5013: It isn''t available, because\n  it is old.'\n`
  expect(read('vimeo', { 'api.yaml': text })).toEqual([
    ['3200', "The user doesn't own this channel", undefined],
    ['2205', 'The input is empty', undefined],
    ['2204', "The input isn't valid", undefined],
  ])
})

test('Agora: rows that name a code and a reason, of failures alone', () => {
  const table = [
    '| Status code | `code` and `reason` | Description | Resolution |',
    '|---|---|---|---|',
    '| `201 Created` | `code: 7, reason: "already started"` | Running. | None. |',
    '| `400 Bad Request` | `code: 2` | Invalid. | Check. |',
    '| `404 Not Found` | `code: 404, reason: "failed to find worker"` | Task does not exist. | None. |',
  ].join('\n')
  expect(read('agora', { 'cloud-recording/rest-api/status-codes.mdx': table })).toEqual([
    ['404', 'Task does not exist', 'not-found'],
  ])
})
