import { apiKey } from './credentials/api-key.ts';
import { authHeader } from './credentials/auth-header.ts';
import { jwt } from './credentials/jwt.ts';
import { namedCredential } from './credentials/named-credential.ts';
import { pem } from './credentials/pem.ts';
import { email } from './personal/email.ts';
import { iban } from './personal/iban.ts';
import { ipAddress } from './personal/ip-address.ts';
import { paymentCard } from './personal/payment-card.ts';
import { phone } from './personal/phone.ts';
import type { MaskingRule, TriggeredRule } from './masking-rule.ts';

/** Rules for personal data, to choose from. */
export const maskingRules: {
  readonly email: MaskingRule;
  readonly iban: MaskingRule;
  readonly card: MaskingRule;
  readonly phone: MaskingRule;
  readonly ip: MaskingRule;
} = { email, iban, card: paymentCard, phone, ip: ipAddress };

/** Credentials are hidden always: nobody means to store them. */
export const CREDENTIAL_RULES: readonly TriggeredRule[] = [pem, authHeader, namedCredential, apiKey, jwt];
