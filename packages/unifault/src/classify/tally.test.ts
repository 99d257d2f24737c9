import { expect, test } from 'vitest'
import { Tally } from './tally.ts'

function hostsOf(...urls: readonly string[]): string[] {
  const tally = new Tally()
  for (const url of urls) tally.count(url, undefined)
  return [...tally.hosts.keys()]
}

test('a host is that of the URL, without user info and port', () => {
  expect(
    hostsOf(
      'https://API.example.com/a',
      'https://user:pass@b.example:8080/?x@y',
      'http://[::1]:80/',
      'https://münchen.example#a',
      'https://c.example',
      'https://d.example what follows',
    ),
  ).toEqual(['api.example.com', 'b.example', '[::1]', 'münchen.example', 'c.example', 'd.example'])
})

test('what a terminal might obey is no part of a host', () => {
  for (const sign of ['\u001B[31m', '\u001B]0;t\u0007', '\u009B31m', '\u0000', '\u007F', '\u202E', '\u2066', '\u200B'])
    expect(
      hostsOf(`https://a${sign}b.example/`, `https://${sign}`, `https://a.example${sign}/`),
      JSON.stringify(sign),
    ).toEqual(['(no host)'])
})

test('names of the language are hosts like others', () => {
  expect(hostsOf('https://__proto__/', 'https://constructor/')).toEqual(['__proto__', 'constructor'])
})
