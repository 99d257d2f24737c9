import { readAwsModels } from '../forms/aws-models.ts'
import type { Sources } from '../source.ts'

export const amazonSources: Sources = {
  aws: {
    repository: 'boto/botocore',
    provider: 'aws',
    dialect: 'json',
    read: (snapshot) => readAwsModels(snapshot, /^botocore\/data\/[^/]+\/[^/]+\/service-2\.json$/),
  },
}
