package io.rapport.report.mail;

/** Sends mail. */
@FunctionalInterface
interface MailTransport {

    /** Sends a mail; a failure is an outcome, not an exception. */
    MailOutcome send(MailMessage message);
}
