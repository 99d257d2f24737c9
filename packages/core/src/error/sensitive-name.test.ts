import { expect, test } from 'vitest'
import { isSensitiveName } from './sensitive-name.ts'

const sensitive = `
access_token refresh_token id_token token oauth_token X-Auth-Token x-access-token x-csrf-token X-XSRF-TOKEN csrfmiddlewaretoken
x-amz-security-token X-Tc-Token appkey app_secret client_secret secret secretId SecretKey secret_key consumer_key consumer_secret
access_key accessKeyId AWSAccessKeyId AccessKeySecret secretAccessKey sign Sign x-sign sig signature X-Signature x-ca-signature
X-Amz-Signature X-Goog-Signature X-Amz-Credential key apikey api-key x-api-key x-goog-api-key openkey openid unionid session_key
session sessionid JSESSIONID PHPSESSIONID ticket js_code code auth_code device_code sms_code captcha_code verify_code code_verifier
password passwd pwd Password user[password] new_password password_confirmation passphrase SESSDATA bili_jct csrf xsrf DedeUserID
w_rid assertion client_assertion auth authorization Authorization Proxy-Authorization cookie jwt encryptedData iv mobile phone
phone_number idcard otp pin private_key session-key credentials Ocp-Apim-Subscription-Key`
  .trim()
  .split(/\s+/)

test.each(sensitive)('%s is sensitive', (name) => {
  expect(isSensitiveName(name)).toBe(true)
})

const ordinary = `
id page size q query text name title lang locale limit offset type status status_code error_code country_code grant_type
client_id redirect_uri scope state keyword keys monkey sort order signal design timestamp format callback zip_code barcode
content-type accept user-agent host range if-none-match max_tokens __proto__ constructor length`
  .trim()
  .split(/\s+/)

test.each(ordinary)('%s is not', (name) => {
  expect(isSensitiveName(name)).toBe(false)
})

test('a long name is judged by its end', () => {
  expect(isSensitiveName(`${'x.'.repeat(100_000)}access_token`)).toBe(true)
  expect(isSensitiveName('a'.repeat(100_000))).toBe(false)
})
