import type { Provider } from '@unifault/core'
import { adyen } from './adyen.ts'
import { agora } from './agora.ts'
import { airtable } from './airtable.ts'
import { algolia } from './algolia.ts'
import { alipay } from './alipay.ts'
import { aliyun } from './aliyun.ts'
import { amap } from './amap.ts'
import { antDesignPro } from './ant-design-pro.ts'
import { anthropic } from './anthropic.ts'
import { appStore } from './app-store.ts'
import { appwrite } from './appwrite.ts'
import { asana } from './asana.ts'
import { aster } from './aster.ts'
import { atlassian } from './atlassian.ts'
import { auth0 } from './auth0.ts'
import { aws } from './aws.ts'
import { azure } from './azure.ts'
import { backpack } from './backpack.ts'
import { baidu } from './baidu.ts'
import { bigone } from './bigone.ts'
import { bilibili } from './bilibili.ts'
import { binance } from './binance.ts'
import { bingx } from './bingx.ts'
import { bitbucket } from './bitbucket.ts'
import { bitfinex } from './bitfinex.ts'
import { bitget } from './bitget.ts'
import { bitrue } from './bitrue.ts'
import { bittrade } from './bittrade.ts'
import { bitvavo } from './bitvavo.ts'
import { blofin } from './blofin.ts'
import { bluesky } from './bluesky.ts'
import { box } from './box.ts'
import { braintree } from './braintree.ts'
import { btse } from './btse.ts'
import { bullish } from './bullish.ts'
import { bybit } from './bybit.ts'
import { bydfi } from './bydfi.ts'
import { camara } from './camara.ts'
import { cerebras } from './cerebras.ts'
import { cloudflare } from './cloudflare.ts'
import { cohere } from './cohere.ts'
import { coinbase } from './coinbase.ts'
import { coinex } from './coinex.ts'
import { coinsph } from './coinsph.ts'
import { commercetools } from './commercetools.ts'
import { cryptoCom } from './crypto-com.ts'
import { ct189 } from './ct189.ts'
import { dashscope } from './dashscope.ts'
import { datadog } from './datadog.ts'
import { deepseek } from './deepseek.ts'
import { delta } from './delta.ts'
import { deribit } from './deribit.ts'
import { derive } from './derive.ts'
import { digitalocean } from './digitalocean.ts'
import { dingtalk } from './dingtalk.ts'
import { discord } from './discord.ts'
import { djangoRest } from './django-rest.ts'
import { dockerRegistry } from './docker-registry.ts'
import { docusign } from './docusign.ts'
import { douyin } from './douyin.ts'
import { dropbox } from './dropbox.ts'
import { dydx } from './dydx.ts'
import { easemob } from './easemob.ts'
import { ebay } from './ebay.ts'
import { elasticsearch } from './elasticsearch.ts'
import { elevenlabs } from './elevenlabs.ts'
import { extended } from './extended.ts'
import { fastapi } from './fastapi.ts'
import { feishu } from './feishu.ts'
import { fireworks } from './fireworks.ts'
import { foxbit } from './foxbit.ts'
import { gate } from './gate.ts'
import { gemini } from './gemini.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { google } from './google.ts'
import { groq } from './groq.ts'
import { grvt } from './grvt.ts'
import { hashkey } from './hashkey.ts'
import { hitbtc } from './hitbtc.ts'
import { huaweiCloud } from './huawei-cloud.ts'
import { hubspot } from './hubspot.ts'
import { huggingFace } from './hugging-face.ts'
import { huobi } from './huobi.ts'
import { iflytek } from './iflytek.ts'
import { intercom } from './intercom.ts'
import { iyune } from './iyune.ts'
import { jd } from './jd.ts'
import { jeecgboot } from './jeecgboot.ts'
import { jpush } from './jpush.ts'
import { jsend } from './jsend.ts'
import { jsonApi } from './json-api.ts'
import { klarna } from './klarna.ts'
import { kraken } from './kraken.ts'
import { kuaishou } from './kuaishou.ts'
import { kubernetes } from './kubernetes.ts'
import { kucoin } from './kucoin.ts'
import { laravel } from './laravel.ts'
import { latoken } from './latoken.ts'
import { lighter } from './lighter.ts'
import { linear } from './linear.ts'
import { linkedin } from './linkedin.ts'
import { logto } from './logto.ts'
import { luno } from './luno.ts'
import { mailchimp } from './mailchimp.ts'
import { matrix } from './matrix.ts'
import { meilisearch } from './meilisearch.ts'
import { meta } from './meta.ts'
import { mexc } from './mexc.ts'
import { microsoftAds } from './microsoft-ads.ts'
import { minimax } from './minimax.ts'
import { mistral } from './mistral.ts'
import { modelscope } from './modelscope.ts'
import { mollie } from './mollie.ts'
import { moonshot } from './moonshot.ts'
import { neo4j } from './neo4j.ts'
import { nestjs } from './nestjs.ts'
import { neteaseIm } from './netease-im.ts'
import { netlify } from './netlify.ts'
import { notion } from './notion.ts'
import { okta } from './okta.ts'
import { okx } from './okx.ts'
import { onetrading } from './onetrading.ts'
import { openTelekomCloud } from './open-telekom-cloud.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { orderly } from './orderly.ts'
import { ory } from './ory.ts'
import { p2b } from './p2b.ts'
import { pacifica } from './pacifica.ts'
import { pagerduty } from './pagerduty.ts'
import { paradex } from './paradex.ts'
import { paypal } from './paypal.ts'
import { perplexity } from './perplexity.ts'
import { phemex } from './phemex.ts'
import { pinduoduo } from './pinduoduo.ts'
import { pinterest } from './pinterest.ts'
import { plaid } from './plaid.ts'
import { poloniex } from './poloniex.ts'
import { portone } from './portone.ts'
import { postgrest } from './postgrest.ts'
import { postmark } from './postmark.ts'
import { qiniu } from './qiniu.ts'
import { qqBot } from './qq-bot.ts'
import { rayvision } from './rayvision.ts'
import { reddit } from './reddit.ts'
import { replicate } from './replicate.ts'
import { rongcloud } from './rongcloud.ts'
import { ruoyi } from './ruoyi.ts'
import { saleor } from './saleor.ts'
import { salesforce } from './salesforce.ts'
import { sendgrid } from './sendgrid.ts'
import { sentry } from './sentry.ts'
import { shopify } from './shopify.ts'
import { siliconflow } from './siliconflow.ts'
import { slack } from './slack.ts'
import { spotify } from './spotify.ts'
import { spring } from './spring.ts'
import { square } from './square.ts'
import { stepfun } from './stepfun.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { taobao } from './taobao.ts'
import { telegram } from './telegram.ts'
import { tencentCloud } from './tencent-cloud.ts'
import { tencentIm } from './tencent-im.ts'
import { tencentMap } from './tencent-map.ts'
import { tencent } from './tencent.ts'
import { thinkphp } from './thinkphp.ts'
import { tiktok } from './tiktok.ts'
import { together } from './together.ts'
import { tokocrypto } from './tokocrypto.ts'
import { toobit } from './toobit.ts'
import { twilio } from './twilio.ts'
import { twitch } from './twitch.ts'
import { ucloud } from './ucloud.ts'
import { unionpay } from './unionpay.ts'
import { vercel } from './vercel.ts'
import { vimeo } from './vimeo.ts'
import { vk } from './vk.ts'
import { volcengine } from './volcengine.ts'
import { wechat } from './wechat.ts'
import { wechatpay } from './wechatpay.ts'
import { wecom } from './wecom.ts'
import { weex } from './weex.ts'
import { weibo } from './weibo.ts'
import { woo } from './woo.ts'
import { woocommerce } from './woocommerce.ts'
import { x } from './x.ts'
import { xai } from './xai.ts'
import { xt } from './xt.ts'
import { zendesk } from './zendesk.ts'
import { zhipu } from './zhipu.ts'
import { zoom } from './zoom.ts'

/** Every provider of the catalog, for classifiers that are asked by host. */
export const allProviders: readonly Provider[] = [
  adyen,
  agora,
  airtable,
  algolia,
  alipay,
  aliyun,
  amap,
  antDesignPro,
  anthropic,
  appStore,
  appwrite,
  asana,
  aster,
  atlassian,
  auth0,
  aws,
  azure,
  backpack,
  baidu,
  bigone,
  bilibili,
  binance,
  bingx,
  bitbucket,
  bitfinex,
  bitget,
  bitrue,
  bittrade,
  bitvavo,
  blofin,
  bluesky,
  box,
  braintree,
  btse,
  bullish,
  bybit,
  bydfi,
  camara,
  cerebras,
  cloudflare,
  cohere,
  coinbase,
  coinex,
  coinsph,
  commercetools,
  cryptoCom,
  ct189,
  dashscope,
  datadog,
  deepseek,
  delta,
  deribit,
  derive,
  digitalocean,
  dingtalk,
  discord,
  djangoRest,
  dockerRegistry,
  docusign,
  douyin,
  dropbox,
  dydx,
  easemob,
  ebay,
  elasticsearch,
  elevenlabs,
  extended,
  fastapi,
  feishu,
  fireworks,
  foxbit,
  gate,
  gemini,
  github,
  gitlab,
  google,
  groq,
  grvt,
  hashkey,
  hitbtc,
  huaweiCloud,
  hubspot,
  huggingFace,
  huobi,
  iflytek,
  intercom,
  iyune,
  jd,
  jeecgboot,
  jpush,
  jsend,
  jsonApi,
  klarna,
  kraken,
  kuaishou,
  kubernetes,
  kucoin,
  laravel,
  latoken,
  lighter,
  linear,
  linkedin,
  logto,
  luno,
  mailchimp,
  matrix,
  meilisearch,
  meta,
  mexc,
  microsoftAds,
  minimax,
  mistral,
  modelscope,
  mollie,
  moonshot,
  neo4j,
  nestjs,
  neteaseIm,
  netlify,
  notion,
  okta,
  okx,
  onetrading,
  openTelekomCloud,
  openai,
  openrouter,
  orderly,
  ory,
  p2b,
  pacifica,
  pagerduty,
  paradex,
  paypal,
  perplexity,
  phemex,
  pinduoduo,
  pinterest,
  plaid,
  poloniex,
  portone,
  postgrest,
  postmark,
  qiniu,
  qqBot,
  rayvision,
  reddit,
  replicate,
  rongcloud,
  ruoyi,
  saleor,
  salesforce,
  sendgrid,
  sentry,
  shopify,
  siliconflow,
  slack,
  spotify,
  spring,
  square,
  stepfun,
  stripe,
  supabase,
  taobao,
  telegram,
  tencentCloud,
  tencentIm,
  tencentMap,
  tencent,
  thinkphp,
  tiktok,
  together,
  tokocrypto,
  toobit,
  twilio,
  twitch,
  ucloud,
  unionpay,
  vercel,
  vimeo,
  vk,
  volcengine,
  wechat,
  wechatpay,
  wecom,
  weex,
  weibo,
  woo,
  woocommerce,
  x,
  xai,
  xt,
  zendesk,
  zhipu,
  zoom,
]
