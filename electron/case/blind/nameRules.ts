import { createHash } from 'node:crypto';
import { nameEntries } from './nameKeys';

/** Names in many spellings and scripts: a change in how names are read shows in some of them. */
const NAMES = [
  'El Bakraoui, Ibrahim', 'Brahim Bakraui', 'Jan van den Bossche', 'Jean-Pierre de la Croix', 'Mohamed Ben Ali', 'Muhammad bin Salman al-Saud', 'Zerrouk Khalid', 'Yılmaz Çağlar', 'Şükrü Öztürk', 'Gjergj Hoxha', 'Xhevdet Thaçi',
  'Владимир Кузнецов', 'Vladimir Kouznetsov', 'Wladimir Kusnezow', 'Сергій Шевченко', 'Jiří Dvořák', 'Łukasz Wójcik', 'Nguyễn Văn An', 'محمد عبد الله', 'يوسف الحسن', 'דוד כהן', 'Γιώργος Παπαδόπουλος', 'José María Núñez Ybarra', 'João Gonçalves', 'Müller Jürgen', 'Mueller Juergen',
  'Geoffrey Wright', 'Xavier Quintens', 'Chukwuemeka Okonkwo', 'Singh Gurpreet', 'Li Wei', '王伟', 'O’Connor Seán', 'MacDonald', 'Anne-Sophie Lefèbvre', 'Søren Ångström',
];
const BIRTHS = ['1986-10-09', '~1989', '1990-01'];

/** What names the way in which name keys are made: what it makes of known names. Two builds that hear one of these otherwise refuse one another, instead of missing hits. */
export function nameRules(): string {
  const hash = createHash('sha256');
  for (const name of NAMES) hash.update(JSON.stringify([...nameEntries([name], BIRTHS, '')].map(({ kind, value }) => `${kind} ${value}`).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))));
  return `bones-${hash.digest('hex').slice(0, 16)}`;
}
