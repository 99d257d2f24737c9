import { expect, test } from 'vitest'
import { shownUrl } from './shown-url.ts'

const scrub = (text: string): string => text

test.each([
  ['https://user:pass@api.example.com:8443/v1/me?token=x#frag', 'https://api.example.com:8443/v1/me'],
  ['https://api.example.com:443', 'https://api.example.com/'],
  ['https://api.telegram.org/bot123456:ABC-DEF/getMe', 'https://api.telegram.org/*/getMe'],
  ['https://h.example/T00/B00/XXXXXXXXXXXXXXXXXXXXXX99', 'https://h.example/T00/B00/*'],
  ['https://h.example/v1/123e4567-e89b-12d3-a456-426614174000/x', 'https://h.example/v1/*/x'],
  ['https://h.example/eyJhbGciOi/x', 'https://h.example/*/x'],
  ['https://h.example/app;jsessionid=0123456789ABCDEF', 'https://h.example/*'],
  ['https://h.example/proxy/https://user:pass@b.example/x', 'https://h.example/proxy/https://*/x'],
  ['https://h.example/a-long-word-without-any-digit/x', 'https://h.example/a-long-word-without-any-digit/x'],
  ['https://h.example/x/v2.1/nav', 'https://h.example/x/v2.1/nav'],
  ['https://h.example/projects/p1/messages:send', 'https://h.example/projects/p1/messages:send'],
  ['https://例子.cn/路径', 'https://xn--fsqu00a.cn/%E8%B7%AF%E5%BE%84'],
  ['https://[::1]:8080/x', 'https://[::1]:8080/x'],
  ['foo://user:pass@host.example/x?token=1', 'foo://host.example/x'],
])('%s is shown as %s', (url, shown) => {
  expect(shownUrl(new URL(url), scrub)).toBe(shown)
})

test('no URL is shown as none', () => {
  expect(shownUrl(undefined, scrub)).toBeUndefined()
})

test('a path is looked at up to a bound', () => {
  expect(shownUrl(new URL(`https://h.example/${'a/'.repeat(100_000)}`), scrub)?.length).toBeLessThan(5000)
})
