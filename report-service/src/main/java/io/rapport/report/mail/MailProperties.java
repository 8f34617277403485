package io.rapport.report.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Outgoing mail.
 *
 * @param host of the SMTP server; empty for no mail
 * @param port of the SMTP server
 * @param username empty to send without authentication
 * @param from the address mail is sent from, with a name if it has one
 * @param security how the connection is encrypted
 * @param timeout of the connection, and of each answer
 * @param url the address of this installation, which links in mail begin with
 * @param attachPdf whether months are attached as PDF
 * @param interval the time between two looks at the subscriptions
 * @param lease how long an instance that has stopped keeps the work
 * @param firstBackoff the delay after the first failure
 * @param maxBackoff the longest delay after failures
 * @param giveUp how long a mail may fail
 * @param confirmWithin after this time an address that was not confirmed is deleted
 */
@ConfigurationProperties("rapport.mail")
public record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") MailSecurity security,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("") String url,
        @DefaultValue("true") boolean attachPdf,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("1m") Duration firstBackoff,
        @DefaultValue("2h") Duration maxBackoff,
        @DefaultValue("3d") Duration giveUp,
        @DefaultValue("7d") Duration confirmWithin) {

    /** How a connection is encrypted. */
    public enum MailSecurity {
        /** Encrypted after a command; refused if the server cannot. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** Not encrypted: for a server on the same machine. */
        NONE
    }

    public MailProperties {
        url = url.replaceAll("/+$", "");
        if (lease.compareTo(timeout.multipliedBy(10)) < 0) {
            throw new IllegalArgumentException("rapport.mail.lease is at least ten times rapport.mail.timeout");
        }
    }

    /** Whether mail can be sent. */
    public boolean isSetUp() {
        return !host.isBlank() && !from.isBlank() && !url.isBlank();
    }

    /** Omits the password, which must not be logged. */
    @Override
    public String toString() {
        return "MailProperties[" + host + ":" + port + "]";
    }
}
