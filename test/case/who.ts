import type { Actor } from '../../electron/case/actor';

export const ACTOR: Actor = { name: 'K. Peeters', service: 'FGP Antwerpen', workstation: 'WS-1', version: '0.0.0' };
export const PASSPHRASE = 'kaaien en dokken';
