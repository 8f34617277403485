package io.rapport.report.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one address.
 *
 * @param id the Message-ID without brackets, the same in each attempt
 * @param unsubscribe the address that ends the subscription
 * @param attachment null for none
 */
record MailMessage(
        String id,
        String to,
        String subject,
        String text,
        String html,
        String unsubscribe,
        @Nullable MailAttachment attachment) {

    /** A PDF. */
    record MailAttachment(String name, byte[] content) {}

    /** Omits everything that is personal. */
    @Override
    public String toString() {
        return "MailMessage[" + id + "]";
    }
}
