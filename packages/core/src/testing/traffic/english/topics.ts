import type { Topic } from '../phrasebook.ts';

export const TOPICS: readonly [Topic, ...Topic[]] = [
  {
    intent: 'delivery_delay',
    exchanges: [
      {
        ask: [
          'Hi, I ordered the {product} on {date} (order {order}) and it still has not arrived. The tracking page has not changed for four days. Can you tell me where it is?',
          'Where is my order {order}? It was supposed to be in {city} by {date} and {carrier} only says "in transit".',
        ],
        answer: [
          'Hello {name}, thanks for getting in touch, and sorry about the wait. Your {product} left our warehouse on {date} and was scanned by {carrier} at the {city} depot yesterday evening. The parcel is not lost: the depot is working through a backlog and expects to deliver within two working days. I have asked {carrier} to text you the delivery window.',
          'Hi {name}, I have checked order {order}. {carrier} reports a missed connection on the way to {city}, which adds about two days. You do not need to do anything; if it is not with you by {soon}, reply here and we will send a replacement {product} at no cost.',
        ],
      },
      {
        ask: [
          'I will be away from Friday on. Can it go to a pick-up point instead?',
          'Could you leave it with my neighbour instead?',
        ],
        answer: [
          'Of course. I have redirected the parcel to the {carrier} point nearest to your address in {city}; it is kept there for seven days. Please bring a photo ID and the pick-up code that you will get by text message.',
          'That works as well: I have noted a neighbour as an alternative recipient. The courier still rings at your door first and leaves a card if nobody answers.',
        ],
      },
      {
        ask: [
          'Do I get the shipping fee back for the delay?',
          'This is the second late parcel this month. What do I get for the trouble?',
        ],
        answer: [
          'Yes. As the promised date passed, I have refunded the shipping fee of {fee} to your original payment method. You should see it in three to five working days.',
          'I understand that this is frustrating. I have added a voucher of {fee} to your account, valid for twelve months, and passed your feedback on to the team that chooses our carriers.',
        ],
      },
    ],
  },
  {
    intent: 'return_request',
    exchanges: [
      {
        ask: [
          'I would like to return the {product} from order {order}. I used it once and it is not what I expected. Is that possible?',
          'How do I send back the {product}? I bought it on {date} and the box is already open.',
        ],
        answer: [
          'Hi {name}, yes, you can return the {product} within 30 days of delivery, opened packaging included, as long as all parts are in the box. I have created a return for order {order}; the label is in your inbox. Drop it off at any {carrier} point and the refund of {amount} follows within five working days of its arrival.',
          'Hello {name}, no problem at all. Opened boxes are fine. For order {order} you have until {soon} to hand in the parcel. Shall I send the label by email, or would you rather have a QR code for the {carrier} shop?',
        ],
      },
      {
        ask: [
          'Can I swap it for a different colour rather than getting money back?',
          'The QR code please. Do I have to pay for the return?',
        ],
        answer: [
          'Yes, an exchange is possible. The {product} is in stock in graphite and sand; I can reserve one for you as soon as the returned item is scanned. Which one would you like?',
          'The QR code is on its way to you, {name}. Returns are free from {city}. Keep the receipt from the drop-off until the refund shows on your statement.',
        ],
      },
      {
        ask: ['And how long until I have the money back?'],
        answer: [
          'Usually three to five working days after the warehouse has checked the item. The refund of {amount} goes to the card you paid with; you will get an email the moment it is booked.',
        ],
      },
    ],
  },
  {
    intent: 'product_advice',
    exchanges: [
      {
        ask: [
          'I am choosing between the {product} and the {other}. I need something that lasts and is easy to clean. Which one would you take?',
          'Does the {product} come with a warranty, and would you recommend it over the {other} for daily use?',
        ],
        answer: [
          'Both are good choices, {name}. For daily use I would take the {product}: it has a five-year warranty, spare parts are available, and customers rate it 4.7 of 5. The {other} is lighter and about {fee} cheaper, which makes sense if you only need it now and then.',
          'Good question! The {product} carries a two-year warranty, extended to five when you register it. Compared with the {other} it is sturdier and easier to clean, at the price of some weight. If you carry it around a lot, look at the {other}; otherwise the {product} is the safer pick.',
        ],
      },
      {
        ask: [
          'Is it in stock in {city}?',
          'Do you have it in the store in {city} so I can look at it first?',
        ],
        answer: [
          'There are three left in the {city} store as of this morning. I can hold one for 48 hours under your name; you pay when you pick it up.',
        ],
      },
    ],
  },
  {
    intent: 'billing_question',
    exchanges: [
      {
        ask: [
          'I was charged {amount} twice for order {order}. My bank shows both payments as booked. Please fix this.',
          'I need an invoice with our VAT number for order {order}. The one I got by email only shows my private address.',
        ],
        answer: [
          'Hello {name}, I am sorry for the scare. I can see one payment of {amount} and one authorisation from a failed first attempt for order {order}. The authorisation is not a charge: your bank releases it within seven days. I have attached the confirmation that you can forward to them.',
          'Hi {name}, I have reissued the invoice for order {order} in your company’s name. Please reply with the VAT number and I will add it; the corrected PDF then replaces the old one in your account within a few minutes.',
        ],
      },
      {
        ask: [
          'My bank says it was captured on {date}, not just authorised.',
          'Can you do that for all my orders of this quarter?',
        ],
        answer: [
          'Thank you for checking. In that case I have opened a case with our payments team, who can reverse the capture from {date} directly. The reference is your order number, {order}; you will hear from them within one working day.',
          'Yes. I have switched the billing details of your account, so new invoices carry the VAT number by themselves. The four invoices since {date} are being reissued and reach you by email within the hour.',
        ],
      },
    ],
  },
  {
    intent: 'account_access',
    exchanges: [
      {
        ask: [
          'I cannot log in any more. The reset email never arrives, I also looked in the spam folder.',
          'How can I change the email address of my account? I no longer have access to the old one.',
        ],
        answer: [
          'Hi {name}, I have just sent a fresh reset link; it is valid for 30 minutes. Our mails come from a new address since {date}, so some providers sort them away. If nothing arrives within five minutes, tell me and we will verify you by text message instead.',
          'Hello {name}, I can help with that. For your safety I first have to verify you: please tell me the number of your latest order and the postcode it was sent to. After that the new address takes effect immediately.',
        ],
      },
      {
        ask: [
          'Still nothing. Please use the text message.',
          'The last order was {order}, delivered to {city}.',
        ],
        answer: [
          'I have sent a code to the number that ends in 41. Once you have entered it, you can set a new password right away, and all other devices are signed out.',
          'Thank you, {name}, that matches. You can log in with the new address now, and all devices that were signed in before have been signed out.',
        ],
      },
    ],
  },
];
