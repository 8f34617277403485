package io.rapport.report.mail;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.subscription.SubscriptionSaved;

/** Writes the mails of subscriptions. */
interface MailWriter {

    /** The mail that asks to confirm an address. */
    MailMessage confirmation(BrandRegistered brand, SubscriptionSaved subscription);

    /** The mails with a month; nothing is read before the first. */
    MailIssue issue(BrandRegistered brand, MonthCompleted month);

    /** A month for several subscriptions. */
    @FunctionalInterface
    interface MailIssue {

        /** The mail to a subscription. */
        MailMessage to(SubscriptionSaved subscription);
    }
}
