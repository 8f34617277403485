package io.rapport.report.mail;

/** Sends what is due now instead of at the next look. */
@FunctionalInterface
public interface MailWake {

    /** Returns at once. */
    void wake();
}
