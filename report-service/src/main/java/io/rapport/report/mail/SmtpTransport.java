package io.rapport.report.mail;

import io.rapport.report.mail.MailOutcome.MailResult;
import io.rapport.report.mail.MailProperties.MailSecurity;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends each mail on a connection of its own to an SMTP server. */
final class SmtpTransport implements MailTransport {

    private static final String PREFIX = "mail.smtp.";
    private static final int PERMANENT = 500;
    /** Authentication is required, too weak or failed: that concerns the installation, not the address. */
    private static final Set<Integer> OF_INSTALLATION = Set.of(530, 534, 535, 538);

    private final MailProperties settings;
    private final Session session;

    SmtpTransport(MailProperties settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public MailOutcome send(MailMessage message) {
        try (var connection = session.getTransport("smtp")) {
            connect(connection);
            return send(connection, message);
        } catch (AuthenticationFailedException e) {
            return new MailOutcome(MailResult.UNAVAILABLE, "The mail server refused the user name or the password.");
        } catch (MessagingException e) {
            return new MailOutcome(MailResult.UNAVAILABLE, "The mail server could not be reached.");
        }
    }

    private void connect(Transport connection) throws MessagingException {
        if (settings.username().isBlank()) {
            connection.connect();
        } else {
            connection.connect(settings.host(), settings.port(), settings.username(), settings.password());
        }
    }

    private MailOutcome send(Transport connection, MailMessage message) {
        try {
            var mime = mime(message);
            connection.sendMessage(mime, mime.getAllRecipients());
            return MailOutcome.SENT;
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    /** The codes of the server only: its texts contain the address. */
    private static MailOutcome failure(MessagingException failure) {
        @Nullable Exception each = failure;
        while (each != null) {
            if (each instanceof SMTPSenderFailedException sender) {
                return new MailOutcome(
                        MailResult.UNAVAILABLE, "The mail server refused the sender (" + sender.getReturnCode() + ").");
            }
            if (each instanceof SMTPAddressFailedException address) {
                return failure(address.getReturnCode());
            }
            if (each instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return failure(send.getReturnCode());
            }
            each = each instanceof MessagingException nested ? nested.getNextException() : null;
        }
        return new MailOutcome(MailResult.DELAYED, "The connection to the mail server ended.");
    }

    private static MailOutcome failure(int code) {
        if (OF_INSTALLATION.contains(code)) {
            return new MailOutcome(
                    MailResult.UNAVAILABLE, "The mail server requires other credentials (" + code + ").");
        }
        return code >= PERMANENT
                ? new MailOutcome(MailResult.REFUSED, "The mail server refused the address or the mail (" + code + ").")
                : new MailOutcome(
                        MailResult.DELAYED, "The mail server did not accept the mail for now (" + code + ").");
    }

    private MimeMessage mime(MailMessage message) throws MessagingException {
        var mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + message.id() + ">");
            }
        };
        var helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(settings.from(), true));
        helper.setTo(new InternetAddress(message.to(), true));
        helper.setSubject(message.subject());
        helper.setText(message.text(), message.html());
        var attachment = message.attachment();
        if (attachment != null) {
            helper.addAttachment(attachment.name(), new ByteArrayResource(attachment.content()), "application/pdf");
        }
        // RFC 8058, RFC 3834.
        mime.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.saveChanges();
        return mime;
    }

    private static Properties properties(MailProperties settings) {
        var properties = new Properties();
        var timeout = String.valueOf(settings.timeout().toMillis());
        properties.setProperty(PREFIX + "host", settings.host());
        properties.setProperty(PREFIX + "port", String.valueOf(settings.port()));
        properties.setProperty(
                PREFIX + "auth", String.valueOf(!settings.username().isBlank()));
        properties.setProperty(PREFIX + "connectiontimeout", timeout);
        properties.setProperty(PREFIX + "timeout", timeout);
        properties.setProperty(PREFIX + "writetimeout", timeout);
        properties.setProperty(PREFIX + "ssl.checkserveridentity", "true");
        var starttls = String.valueOf(settings.security() == MailSecurity.STARTTLS);
        properties.setProperty(PREFIX + "starttls.enable", starttls);
        properties.setProperty(PREFIX + "starttls.required", starttls);
        properties.setProperty(PREFIX + "ssl.enable", String.valueOf(settings.security() == MailSecurity.TLS));
        return properties;
    }
}
