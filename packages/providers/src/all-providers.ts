import type { Provider } from '@unifault/core'
import { alipay } from './alipay.ts'
import { aliyun } from './aliyun.ts'
import { amap } from './amap.ts'
import { anthropic } from './anthropic.ts'
import { appwrite } from './appwrite.ts'
import { aster } from './aster.ts'
import { aws } from './aws.ts'
import { azure } from './azure.ts'
import { backpack } from './backpack.ts'
import { baidu } from './baidu.ts'
import { bigone } from './bigone.ts'
import { bilibili } from './bilibili.ts'
import { binance } from './binance.ts'
import { bingx } from './bingx.ts'
import { bitfinex } from './bitfinex.ts'
import { bitget } from './bitget.ts'
import { bitrue } from './bitrue.ts'
import { bittrade } from './bittrade.ts'
import { bitvavo } from './bitvavo.ts'
import { blofin } from './blofin.ts'
import { braintree } from './braintree.ts'
import { btse } from './btse.ts'
import { bullish } from './bullish.ts'
import { bybit } from './bybit.ts'
import { bydfi } from './bydfi.ts'
import { cloudflare } from './cloudflare.ts'
import { coinbase } from './coinbase.ts'
import { coinex } from './coinex.ts'
import { coinsph } from './coinsph.ts'
import { commercetools } from './commercetools.ts'
import { cryptoCom } from './crypto-com.ts'
import { ct189 } from './ct189.ts'
import { dashscope } from './dashscope.ts'
import { deepseek } from './deepseek.ts'
import { delta } from './delta.ts'
import { deribit } from './deribit.ts'
import { derive } from './derive.ts'
import { dingtalk } from './dingtalk.ts'
import { discord } from './discord.ts'
import { douyin } from './douyin.ts'
import { dropbox } from './dropbox.ts'
import { dydx } from './dydx.ts'
import { ebay } from './ebay.ts'
import { extended } from './extended.ts'
import { feishu } from './feishu.ts'
import { foxbit } from './foxbit.ts'
import { gate } from './gate.ts'
import { gemini } from './gemini.ts'
import { github } from './github.ts'
import { google } from './google.ts'
import { groq } from './groq.ts'
import { grvt } from './grvt.ts'
import { hashkey } from './hashkey.ts'
import { hitbtc } from './hitbtc.ts'
import { huaweiCloud } from './huawei-cloud.ts'
import { huobi } from './huobi.ts'
import { iflytek } from './iflytek.ts'
import { iyune } from './iyune.ts'
import { jd } from './jd.ts'
import { kraken } from './kraken.ts'
import { kucoin } from './kucoin.ts'
import { latoken } from './latoken.ts'
import { lighter } from './lighter.ts'
import { logto } from './logto.ts'
import { luno } from './luno.ts'
import { meilisearch } from './meilisearch.ts'
import { meta } from './meta.ts'
import { mexc } from './mexc.ts'
import { microsoftAds } from './microsoft-ads.ts'
import { minimax } from './minimax.ts'
import { mistral } from './mistral.ts'
import { moonshot } from './moonshot.ts'
import { neo4j } from './neo4j.ts'
import { notion } from './notion.ts'
import { okta } from './okta.ts'
import { okx } from './okx.ts'
import { onetrading } from './onetrading.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { openTelekomCloud } from './open-telekom-cloud.ts'
import { orderly } from './orderly.ts'
import { p2b } from './p2b.ts'
import { pacifica } from './pacifica.ts'
import { paradex } from './paradex.ts'
import { paypal } from './paypal.ts'
import { perplexity } from './perplexity.ts'
import { phemex } from './phemex.ts'
import { pinduoduo } from './pinduoduo.ts'
import { poloniex } from './poloniex.ts'
import { portone } from './portone.ts'
import { qqBot } from './qq-bot.ts'
import { rayvision } from './rayvision.ts'
import { reddit } from './reddit.ts'
import { saleor } from './saleor.ts'
import { salesforce } from './salesforce.ts'
import { shopify } from './shopify.ts'
import { siliconflow } from './siliconflow.ts'
import { slack } from './slack.ts'
import { square } from './square.ts'
import { stripe } from './stripe.ts'
import { supabase } from './supabase.ts'
import { taobao } from './taobao.ts'
import { telegram } from './telegram.ts'
import { tencent } from './tencent.ts'
import { tencentCloud } from './tencent-cloud.ts'
import { tencentIm } from './tencent-im.ts'
import { tencentMap } from './tencent-map.ts'
import { tokocrypto } from './tokocrypto.ts'
import { toobit } from './toobit.ts'
import { twilio } from './twilio.ts'
import { ucloud } from './ucloud.ts'
import { vk } from './vk.ts'
import { volcengine } from './volcengine.ts'
import { wechat } from './wechat.ts'
import { wechatpay } from './wechatpay.ts'
import { wecom } from './wecom.ts'
import { weex } from './weex.ts'
import { weibo } from './weibo.ts'
import { woo } from './woo.ts'
import { x } from './x.ts'
import { xt } from './xt.ts'
import { zhipu } from './zhipu.ts'

/** Every provider of the catalog, for classifiers that are asked by host. */
export const allProviders: readonly Provider[] = [
  alipay,
  aliyun,
  amap,
  anthropic,
  appwrite,
  aster,
  aws,
  azure,
  backpack,
  baidu,
  bigone,
  bilibili,
  binance,
  bingx,
  bitfinex,
  bitget,
  bitrue,
  bittrade,
  bitvavo,
  blofin,
  braintree,
  btse,
  bullish,
  bybit,
  bydfi,
  cloudflare,
  coinbase,
  coinex,
  coinsph,
  commercetools,
  cryptoCom,
  ct189,
  dashscope,
  deepseek,
  delta,
  deribit,
  derive,
  dingtalk,
  discord,
  douyin,
  dropbox,
  dydx,
  ebay,
  extended,
  feishu,
  foxbit,
  gate,
  gemini,
  github,
  google,
  groq,
  grvt,
  hashkey,
  hitbtc,
  huaweiCloud,
  huobi,
  iflytek,
  iyune,
  jd,
  kraken,
  kucoin,
  latoken,
  lighter,
  logto,
  luno,
  meilisearch,
  meta,
  mexc,
  microsoftAds,
  minimax,
  mistral,
  moonshot,
  neo4j,
  notion,
  okta,
  okx,
  onetrading,
  openai,
  openrouter,
  openTelekomCloud,
  orderly,
  p2b,
  pacifica,
  paradex,
  paypal,
  perplexity,
  phemex,
  pinduoduo,
  poloniex,
  portone,
  qqBot,
  rayvision,
  reddit,
  saleor,
  salesforce,
  shopify,
  siliconflow,
  slack,
  square,
  stripe,
  supabase,
  taobao,
  telegram,
  tencent,
  tencentCloud,
  tencentIm,
  tencentMap,
  tokocrypto,
  toobit,
  twilio,
  ucloud,
  vk,
  volcengine,
  wechat,
  wechatpay,
  wecom,
  weex,
  weibo,
  woo,
  x,
  xt,
  zhipu,
]
