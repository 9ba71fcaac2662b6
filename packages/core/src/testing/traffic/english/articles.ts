import type { Article } from '../phrasebook.ts';

/** The help centre. */
export const ARTICLES: readonly [Article, ...Article[]] = [
  {
    id: 'hc-1012',
    title: 'Returns and exchanges',
    text: 'Items can be returned within 30 days of delivery. The packaging may be opened, but all parts and accessories have to be included. Hygiene products and gift cards are excluded. Start the return in your account under Orders, choose a reason, and print the label or show the QR code at the drop-off point. Refunds are issued to the original payment method within five working days of arrival at our warehouse.',
  },
  {
    id: 'hc-1027',
    title: 'Delivery times and tracking',
    text: 'Standard delivery takes two to four working days, express delivery one. Orders placed before 14:00 leave the warehouse on the same day. The tracking number is sent by email as soon as the carrier has scanned the parcel. If the tracking does not change for more than five working days, contact us: we open an inquiry with the carrier and, where needed, send a replacement.',
  },
  {
    id: 'hc-1033',
    title: 'Warranty and repairs',
    text: 'All products carry a statutory warranty of two years. Registered products of the outdoor and kitchen lines have five. The warranty covers faults in material and workmanship, not wear. Repairs take about two weeks; a loan item is available for enterprise customers. Keep the serial number at hand, it is printed on the underside or on the inner label.',
  },
  {
    id: 'hc-1041',
    title: 'Payment methods and invoices',
    text: 'We accept cards, bank transfer, and invoice for business accounts. An authorisation that was not captured is released by the bank within seven days and is not a charge. Invoices are issued on dispatch. The billing address can be corrected for 14 days after the order; for a VAT number, reply to the invoice email.',
  },
  {
    id: 'hc-1055',
    title: 'Vouchers and loyalty points',
    text: 'Vouchers are valid for twelve months and can be combined with one promotion. Points are booked 30 days after delivery, one for every full unit of currency. Points of returned items are deducted. Vouchers cannot be paid out in cash, and the remaining value of a partially used voucher stays on the account.',
  },
  {
    id: 'hc-1068',
    title: 'Changing or cancelling an order',
    text: 'An order can be changed or cancelled until it is handed to the warehouse, usually for 60 minutes. Afterwards the delivery address can still be changed within the same country through the carrier. Items that are made to order cannot be cancelled once production has begun.',
  },
  {
    id: 'hc-1074',
    title: 'Account security',
    text: 'Reset links are valid for 30 minutes and can be used once. After five failed attempts the account is locked for an hour. Two-step verification by app or text message can be turned on under Security. To change an email address without access to the old one, support verifies the last order and the postcode it was sent to.',
  },
  {
    id: 'hc-1082',
    title: 'Care instructions',
    text: 'Rain jackets are washed at 30 °C with a liquid detergent and re-proofed after every fifth wash. Cast iron is rinsed with hot water, dried on the stove and oiled thinly. Wool rugs are aired and spot-cleaned with cold water. Kettles are descaled with citric acid once a month in regions with hard water.',
  },
];
