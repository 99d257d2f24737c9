import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

const type = { 'content-type': 'text/html; charset=utf-8' }

function page(title: string, head: string, content: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${content}</body></html>`
}

/** What sites that stand behind a firewall write into every page that they serve. */
const tags: readonly (readonly [firewall: string, tag: string])[] = [
  ['Cloudflare', "<script>a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';</script>"],
  ['DataDome', '<script src="https://js.datadome.co/tags.js" async></script>'],
  ['AWS', '<script src="https://abc.edge.sdk.awswaf.com/abc/challenge.compact.js" defer></script>'],
  ['Imperva', '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>'],
]

/** Pages with which a firewall answers instead of the API, under 200 too. */
const challenges: readonly (readonly [firewall: string, page: string])[] = [
  ['Cloudflare', page('Just a moment...', '', '<div id="challenge-error-text">Enable JavaScript and cookies</div>')],
  ['Cloudflare, blocked', page('Attention Required! | Cloudflare', '', '<h1>Sorry, you have been blocked</h1>')],
  ['Cloudflare, in another language', page('Nur einen Moment', '', "<script>window._cf_chl_opt={cvId:'3'};</script>")],
  [
    'DataDome',
    page(
      'example.com',
      '',
      "<script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script><script src=\"https://ct.captcha-delivery.com/c.js\"></script>",
    ),
  ],
  ['AWS', page('', '<script>window.gokuProps={"key":"AQ"};</script>', '<div id="challenge-container"></div>')],
  [
    'Imperva',
    '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX"></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1&incident_id=12-34&edet=12&cinfo=04">Request unsuccessful. Incapsula incident ID: 12-34</iframe></body></html>',
  ],
  [
    'F5',
    '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 123456789</body></html>',
  ],
  ['Aliyun', page('405', '', '<div>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</div>')],
  ['a house', page('安全验证', '', '<div>请完成验证</div>')],
  ['Vercel', page('Vercel Security Checkpoint', '', '<p>We are verifying your browser</p>')],
]

describe('a page below 400', () => {
  for (const [firewall, tag] of tags)
    test(`is no refusal because of the script that ${firewall} writes into it`, () => {
      for (const [head, content] of [
        [tag, '<h1>Welcome</h1><p>Our shop is open.</p>'],
        ['', `<div id="root"></div>${tag}`],
      ] as const)
        expect(judge(200, page('My shop', head, content), type)).toBeUndefined()
    })

  for (const [title, content] of [
    ['What is a firewall?', '<p>Sites behind one may answer: Sorry, you have been blocked.</p>'],
    ['How to mend a 502 Bad Gateway', '<p>The requested URL was rejected. Please consult with your administrator.</p>'],
    ['Akamai explained', '<p>Access Denied pages end with Reference #18.2d351ab8.</p>'],
    ['系统维护公告', '<p>历史公告</p>'],
    ['网站防火墙使用手册', '<p>您的请求可能包含攻击内容时会被拦截。</p>'],
  ] as const)
    test(`is no refusal because it speaks of one: ${title}`, () => {
      const article = `${content}<article>${'<p>Ordinary words of an ordinary article stand here.</p>'.repeat(24)}</article>`
      expect(judge(200, page(title, '', article), type)).toBeUndefined()
    })

  for (const [firewall, challenge] of challenges)
    test(`is a refusal when nothing else is there: ${firewall}`, () => {
      for (const status of [200, 403])
        expect(judge(status, challenge, type)).toMatchObject({ reason: 'abuse-blocked', retry: 'never' })
    })

  for (const title of ['系统维护中', '系统维护', 'Site under maintenance', 'Your instance is hibernating'])
    test(`tells that what was asked sleeps: ${title}`, () => {
      expect(judge(200, page(title, '', `<h1>${title}</h1>`), type)).toMatchObject({ reason: 'unavailable' })
    })
})
