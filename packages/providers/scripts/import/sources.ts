import type { Sources } from './source.ts'
import { amazonSources } from './sources/amazon.ts'
import { cloudSources } from './sources/clouds.ts'
import { exchangeSources } from './sources/exchanges.ts'
import { googleSources } from './sources/google.ts'
import { listSources } from './sources/lists.ts'
import { moreListSources } from './sources/more-lists.ts'
import { platformSources } from './sources/platforms.ts'
import { serviceSources } from './sources/services.ts'
import { tencentSources } from './sources/tencent.ts'

/** Every published list that has an importer, by its name. */
export const sources: Sources = {
  ...tencentSources,
  ...amazonSources,
  ...googleSources,
  ...cloudSources,
  ...exchangeSources,
  ...listSources,
  ...moreListSources,
  ...serviceSources,
  ...platformSources,
}
