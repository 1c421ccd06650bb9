import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { thirdPartyNotices } from './third-party-notices.ts';

// Writes THIRD_PARTY_NOTICES from what is installed; a test holds it current.
const root = fileURLToPath(new URL('../..', import.meta.url));
writeFileSync(`${root}THIRD_PARTY_NOTICES`, thirdPartyNotices(root));
