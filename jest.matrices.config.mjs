// npm run test:matrices: what is tried in every combination (each fault, each attack in each place, each use of AWS without each of
// its actions, each example whole) and so takes as long as all other tests together. Apart from `npm test`, which people wait for.
import config, { project, withEngines } from './jest.config.mjs';

export default { ...config, projects: [project('matrices', withEngines)] };
