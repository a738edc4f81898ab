import { groups, testUses } from '../../support/privileges.ts';

testUses(groups.further);
