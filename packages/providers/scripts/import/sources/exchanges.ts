import type { Entry } from '../entry.ts'
import { readCcxtExceptions } from '../forms/ccxt-exceptions.ts'
import type { Source, Sources } from '../source.ts'

/** ccxt's name of an exchange, the provider and the dialect of its codes. */
const exchanges: readonly (readonly [exchange: string, provider: string, dialect: string])[] = [
  ['bitget', 'bitget', 'api'],
  ['toobit', 'toobit', 'api'],
  ['woo', 'woo', 'api'],
  ['hashkey', 'hashkey', 'api'],
  ['aster', 'aster', 'api'],
  ['phemex', 'phemex', 'api'],
  ['pacifica', 'pacifica', 'api'],
  ['poloniex', 'poloniex', 'api'],
  ['kucoin', 'kucoin', 'api'],
  ['mexc', 'mexc', 'api'],
  ['derive', 'derive', 'api'],
  ['deribit', 'deribit', 'api'],
  ['xt', 'xt', 'api'],
  ['coinsph', 'coinsph', 'api'],
  ['grvt', 'grvt', 'api'],
  ['dydx', 'dydx', 'api'],
  ['gate', 'gate', 'api'],
  ['luno', 'luno', 'api'],
  ['blofin', 'blofin', 'api'],
  ['bullish', 'bullish', 'api'],
  ['onetrading', 'onetrading', 'api'],
  ['lighter', 'lighter', 'api'],
  ['bitrue', 'bitrue', 'api'],
  ['htx', 'huobi', 'api'],
  ['bitvavo', 'bitvavo', 'api'],
  ['extended', 'extended', 'api'],
  ['coinex', 'coinex', 'api'],
  ['paradex', 'paradex', 'api'],
  ['hitbtc', 'hitbtc', 'api'],
  ['cryptocom', 'crypto-com', 'api'],
  ['btse', 'btse', 'api'],
  ['weex', 'weex', 'api'],
  ['p2b', 'p2b', 'api'],
  ['kraken', 'kraken', 'api'],
  ['gemini', 'gemini', 'api'],
  ['backpack', 'backpack', 'api'],
  ['bittrade', 'bittrade', 'api'],
  ['latoken', 'latoken', 'api'],
  ['bingx', 'bingx', 'api'],
  ['coinbase', 'coinbase', 'api'],
  ['foxbit', 'foxbit', 'api'],
  ['woofipro', 'orderly', 'api'],
  ['krakenfutures', 'kraken', 'futures'],
  ['bigone', 'bigone', 'api'],
  ['tokocrypto', 'tokocrypto', 'api'],
  ['bydfi', 'bydfi', 'api'],
  ['bitfinex', 'bitfinex', 'api'],
  ['delta', 'delta', 'api'],
]

/** The package as npm has it: `js/src/<exchange>.js`. */
const ccxt = (exchange: string, provider: string, dialect: string, more?: Parameters<typeof readCcxtExceptions>[2]): Source => ({
  repository: 'ccxt/ccxt',
  provider,
  dialect,
  read: (snapshot) => readCcxtExceptions(snapshot, exchange, more ?? isCode(exchange)),
  cite: (path, version) => `https://unpkg.com/ccxt@${version}/${path}`,
})

/** Sentences are messages that ccxt compares; only Kraken has such for codes. */
const isCode =
  (exchange: string) =>
  (_group: string, code: string): Partial<Entry> | undefined =>
    !code.includes(' ') || /^kraken$/.test(exchange) ? {} : undefined

/** Binance's markets have tables of their own. */
const binanceDialects: Readonly<Record<string, string>> = { exact: 'spot', 'spot/exact': 'spot', 'linear/exact': 'usdm', 'inverse/exact': 'coinm' }

export const exchangeSources: Sources = {
  ...Object.fromEntries(exchanges.map(([exchange, provider, dialect]) => [`ccxt-${exchange}`, ccxt(exchange, provider, dialect)])),
  'ccxt-okx': ccxt('okx', 'okx', 'v5'),
  'ccxt-bybit': ccxt('bybit', 'bybit', 'v5'),
  'ccxt-binance': ccxt('binance', 'binance', 'spot', (group, code) =>
    binanceDialects[group] !== undefined && !code.includes(' ') ? { dialect: binanceDialects[group] } : undefined,
  ),
}
