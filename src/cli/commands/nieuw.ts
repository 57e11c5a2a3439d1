// doorstroom nieuw: what is written for somebody who begins, an organisation or a scenario.
export { createOrganisation } from '../create/organisation.js';
export { createScenario } from '../create/scenario.js';
