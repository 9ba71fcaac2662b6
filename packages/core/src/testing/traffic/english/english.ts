import type { Phrasebook } from '../phrasebook.ts';
import { ARTICLES } from './articles.ts';
import { CALL, FEEDBACK, REFUND, REFUSAL } from './phrases.ts';
import { PROMPTS } from './prompts.ts';
import { REPORT } from './report.ts';
import { TOPICS } from './topics.ts';

export const ENGLISH: Phrasebook = {
  people: [
    { name: 'Emma', handle: 'emma.larsen' },
    { name: 'Liam', handle: 'liam.oconnor' },
    { name: 'Sofia', handle: 'sofia.rossi' },
    { name: 'Noah', handle: 'noah.becker' },
    { name: 'Olivia', handle: 'olivia.grant' },
    { name: 'Mateo', handle: 'mateo.silva' },
    { name: 'Hannah', handle: 'hannah.weiss' },
    { name: 'James', handle: 'j.whitfield' },
    { name: 'Priya', handle: 'priya.nair' },
    { name: 'Lucas', handle: 'lucas.moreau' },
    { name: 'Amelia', handle: 'amelia.hart' },
    { name: 'Daniel', handle: 'dan.kowalski' },
    { name: 'Zoe', handle: 'zoe.papadakis' },
    { name: 'Ethan', handle: 'ethan.brooks' },
    { name: 'Ingrid', handle: 'ingrid.holm' },
    { name: 'Samuel', handle: 'sam.adeyemi' },
  ],
  products: {
    outdoor: [
      'Ridgeline 45 l backpack',
      'Polar two-person tent',
      'Tindra rain jacket',
      'Summit trekking poles',
    ],
    home: ['Alder oak side table', 'Linnea bed linen set', 'Halo floor lamp', 'Juniper wool rug'],
    electronics: [
      'Pulse wireless earbuds',
      'Arc 27-inch monitor',
      'Nimbus smart speaker',
      'Volt 65 W charger',
    ],
    kitchen: ['gooseneck kettle', 'cast-iron skillet', 'burr coffee grinder', 'stoneware teapot'],
  },
  carriers: ['Parcelway', 'NordExpress', 'QuickShip', 'BluePost'],
  cities: ['Oslo', 'Hamburg', 'Lyon', 'Portland', 'Denver', 'Dublin', 'Rotterdam', 'Chicago'],
  topics: TOPICS,
  articles: ARTICLES,
  prompts: PROMPTS,
  report: REPORT,
  call: CALL,
  feedback: FEEDBACK,
  refusal: REFUSAL,
  refund: REFUND,
};
