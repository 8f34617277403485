package io.rapport.report.mail;

/**
 * What an attempt to send a mail has come to.
 *
 * @param error a sentence without the address; empty if the mail was sent
 */
record MailOutcome(MailResult result, String error) {

    /** Whether it was sent, and if not, whether it makes sense to try again. */
    enum MailResult {
        SENT,
        /** Not accepted for now. */
        DELAYED,
        /** The address does not receive this mail, now or later. */
        REFUSED,
        /** The server does not serve this installation at all, so that no other mail can be sent either. */
        UNAVAILABLE
    }

    static final MailOutcome SENT = new MailOutcome(MailResult.SENT, "");
}
