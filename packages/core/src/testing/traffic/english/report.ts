import type { ReportPhrases } from '../phrasebook.ts';

export const REPORT: ReportPhrases = {
  subjects: [
    'Why returns of the {product} went up this quarter',
    'What competitors charge for the {product}',
    'Which accessories customers buy together with the {product}',
    'How delivery times to {city} changed since spring',
  ],
  questions: [
    'What do reviews from the last 90 days mention most often?',
    'How did prices of comparable products move?',
    'Which share of orders is affected, by region?',
    'What do support conversations say about the cause?',
    'Which change to the product page preceded the trend?',
  ],
  findings: [
    'Of 1,248 reviews, 17 % mention the size; before the new photos it was 6 %. Most of the returned items were ordered one size too large.',
    'Three competitors lowered their prices by 8 to 12 % within two weeks. Our conversion fell by 1.4 points in the same period, mostly on mobile.',
    'The effect is concentrated in {city} and the surrounding region, where {carrier} changed its sorting centre. Elsewhere the numbers are unchanged.',
    'Support conversations name the missing assembly guide in 112 of 340 cases. The guide was removed from the box in the spring to save paper.',
    'Bundles with the {other} sell 2.3 times as often since they are shown in the basket. The margin of the bundle is 4 points higher.',
  ],
  sections: [
    '## Summary\nThe trend is real and has one main cause. It can be corrected within a month at low cost; waiting another quarter would cost about {amount} a week.\n\n',
    '## What we looked at\nReviews, prices of five competitors, the order data of two quarters and 340 support conversations. Numbers are medians unless stated otherwise.\n\n',
    '## Findings\nThe {product} is affected most. The change began in the week of {date}, two weeks after the relaunch of the product page, and has grown steadily since.\n\n',
    '## Recommendation\nBring back the size table, put the guide into the box again, and test the bundle with the {other} in {city} before rolling it out.\n\n',
  ],
  critiques: [
    'The second finding has no source. Name the competitors and the dates of the prices.',
    'The recommendation does not follow from the findings. Say what it would cost and how success is measured.',
    'Too long for its readers: cut the section on method to two sentences.',
  ],
  plan: 'Break the subject into three to five questions that data or documents can answer. Return {"questions": string[]}.',
  draft:
    'Write a report of at most 400 words for managers of a shop. Plain language, numbers with their source, a recommendation at the end.',
  critique:
    'Review the draft as a demanding editor. Return {"verdict": "publish" | "revise", "comment": string}.',
};
