import type { CallPhrases, FeedbackPhrases, RefundPhrases } from '../phrasebook.ts';

export const REFUSAL =
  'I am sorry, but I cannot help with that. I can only answer questions about orders, products and your account. Would you like me to bring in a colleague?';

export const CALL: CallPhrases = {
  persona:
    'You are the voice of a shop’s service line. Speak in short sentences, no lists, no links. Confirm names and numbers by repeating them. Hand over to a person when the caller asks for one.',
  greeting: 'Good day, you are speaking with the digital assistant. How can I help you?',
  exchanges: [
    {
      ask: [
        'Yes hello, um, I am calling about my order {order}, the {product}.',
        'Hi, I wanted to ask when my {product} is going to arrive.',
      ],
      answer: [
        'Thank you. I have found the order {order} with the {product}. One moment while I look at the delivery.',
      ],
    },
    {
      ask: [
        'It should have been here on {date}, I stayed at home for it.',
        'Right. And the app only says that it is on its way.',
      ],
      answer: [
        'I see. {carrier} has it at the depot in {city}. It will be with you tomorrow between nine and one.',
      ],
    },
    {
      ask: ['Tomorrow is bad. Is the day after possible?', 'Could they call me before they come?'],
      answer: [
        'Yes, that is possible. I have passed it on to {carrier}, and you will get a text message as a confirmation.',
      ],
    },
    {
      ask: [
        'And if it does not come then, I would like my money back.',
        'Okay. What about the shipping fee?',
      ],
      answer: [
        'Of course. In that case we refund {fee} for the shipping, and the full {amount} if you return the item.',
      ],
    },
    {
      ask: ['Good, that was all. Thank you.', 'Alright then, thanks. Bye.'],
      answer: ['You are welcome. Have a pleasant day, and goodbye.'],
    },
  ],
};

export const FEEDBACK: FeedbackPhrases = {
  good: [
    'Quick and exactly what I needed.',
    'Solved in two minutes, thanks!',
    'Very helpful and friendly.',
    'Finally an answer I understand.',
  ],
  bad: [
    'Did not answer my question.',
    'Took forever and then told me to wait.',
    'I had to explain the same thing three times.',
    'Wrong delivery date again.',
  ],
  judgedGood: [
    'Addresses the question, uses the order data correctly and names a next step.',
    'Every claim is supported by the passages; the tone fits.',
    'Complete and concise. The deadline is stated correctly.',
  ],
  judgedBad: [
    'The refund period is stated as 14 days although the policy says 30.',
    'Restates the problem at length and leaves the actual question open.',
    'Promises a delivery date that the tracking data does not support.',
  ],
  notes: [
    'Good example for the onboarding set.',
    'Customer had called before; link the cases next time.',
    'Tone is right, but the second paragraph repeats the first.',
  ],
  corrected:
    'Hello {name}, your {product} from order {order} will arrive by {soon}. If it does not, you can have a replacement or your money back ({amount}); just reply to this message.',
};

export const REFUND: RefundPhrases = {
  reasons: [
    'Arrived with a crack in the side panel',
    'Parcel marked as delivered but never received',
    'Stopped working after nine days',
  ],
  assess:
    'Assess a refund request. Consider the order value, the customer’s history and the reason. Return {"recommendation": "approve" | "decline", "risk": "low" | "medium" | "high", "rationale": string}.',
  assessment:
    'The photos and the carrier report support the reason “{reason}”. The customer has 14 orders and one earlier refund. The amount of {amount} is above the automatic limit, so a person has to approve.',
  question: 'Refund {amount} for order {order}?',
  approved:
    'Hello {name}, we have refunded {amount} for the {product}. It reaches your account within five working days. We are sorry for the trouble.',
  declined:
    'Hello {name}, after a second look we cannot refund the {product}. We would like to offer you a repair at no cost instead; the label is attached.',
};
