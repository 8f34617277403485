package io.rapport.ingest.source.email;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.TokenRenewal;
import io.rapport.ingest.source.imap.ImapFetcher;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.OwnAddresses;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.stream.Stream;

/**
 * Maps raw messages. An account is an address of the brand ({@code hello@acme.example}), or a domain for all its addresses
 * ({@code @acme.example}). What cannot be mapped is ignored and counted by its reason, so that nothing of it is stored: a
 * payload that is refused would be kept with its attachments.
 */
public final class EmailSource implements EngagementSource {

    static final String TEXT_LENGTH = "textLength";

    private static final int DEFAULT_LENGTH = 5_000;
    private static final int MAX_LENGTH = 100_000;
    private static final List<String> MAILBOX_STEPS = List.of(
            "To read a mailbox, enter the settings imap (imaps://mail.example.com, or imap:// for STARTTLS) and user, and the secret password. The inbox and the sent messages are read, or the folders in the setting folders; nothing is changed in the mailbox.",
            "If the provider requires OAuth 2.0, register an app there that may read mail by IMAP, enter the address that renews its access tokens as the setting tokenEndpoint (such as https://oauth2.googleapis.com/token), and refreshToken, clientId and clientSecret in place of the password.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        var relayed = SharedSecretVerifier.relayed(
                "E-mail",
                new EmailSource(),
                "Or, without that setting, let the mail server deliver a copy of what the mailbox receives and sends: a raw message as the body of a POST to {hook}, with Content-Type: message/rfc822.",
                "Enter each address of the brand, or its domain as @acme.example, as account here. The setting textLength limits the characters of a text that are stored (5000 without it).");
        return new SourceDefinition(
                relayed.title(),
                relayed.source(),
                relayed.verifier(),
                new ImapFetcher(),
                Stream.concat(
                                relayed.secrets().stream(),
                                Stream.of(
                                        ImapFetcher.PASSWORD,
                                        TokenRenewal.REFRESH_TOKEN,
                                        TokenRenewal.CLIENT_ID,
                                        TokenRenewal.CLIENT_SECRET))
                        .toList(),
                new TokenRenewal(null, ImapFetcher.ACCESS_TOKEN),
                Stream.concat(MAILBOX_STEPS.stream(), relayed.steps().stream()).toList());
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.of(mapping -> {
            try {
                new EmailMapper(EmailReader.read(payload.body()), settings, length(settings), mapping).map();
            } catch (UnreadableEmailException e) {
                mapping.ignore("mail." + e.reason());
            }
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        new OwnAddresses(settings).requireValid();
        ImapFetcher.requireValid(settings);
        var length = settings.values().get(TEXT_LENGTH);
        if (length != null && !(length instanceof Integer number && number >= 0 && number <= MAX_LENGTH)) {
            throw InputRejectedException.invalid(
                    "settings." + TEXT_LENGTH, "has to be a whole number from 0 to %d.".formatted(MAX_LENGTH));
        }
    }

    private static int length(SourceSettings settings) {
        return settings.values().get(TEXT_LENGTH) instanceof Integer number
                ? Math.max(0, Math.min(number, MAX_LENGTH))
                : DEFAULT_LENGTH;
    }
}
