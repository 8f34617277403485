package io.rapport.report.domain.webhook;

import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The secrets that sign deliveries (Standard Webhooks), stored encrypted. */
public final class WebhookSecrets {

    /** The length of a secret in bytes. */
    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String CONTEXT = "webhook";

    private final SecretCipher cipher;
    private final Supplier<byte[]> random;

    /**
     * Secrets that are encrypted by a cipher.
     *
     * @param random supplies {@value #BYTES} random bytes, different ones each time
     */
    public WebhookSecrets(SecretCipher cipher, Supplier<byte[]> random) {
        this.cipher = cipher;
        this.random = random;
    }

    /**
     * A new secret.
     *
     * @param text {@code whsec_} and the bytes in Base64; shown once
     * @param encrypted as it is stored
     */
    public record NewSecret(String text, String encrypted) {}

    /** Creates a secret of a webhook. */
    public NewSecret create(WebhookKey webhook) {
        var text = PREFIX + Base64.getEncoder().encodeToString(random.get());
        return new NewSecret(text, cipher.encrypt(webhook.key(CONTEXT), text));
    }

    /** The secrets after a rotation: the new one before the newest old one. */
    public static List<String> rotated(String encrypted, List<String> before) {
        return Stream.concat(Stream.of(encrypted), before.stream().limit(1)).toList();
    }

    /** The keys that sign now, newest first. */
    public List<byte[]> keys(WebhookConfigured webhook, Instant now) {
        var until = webhook.oldSecretUntil();
        return webhook.secrets().stream()
                .limit(until != null && now.isBefore(until) ? 2 : 1)
                .map(encrypted -> cipher.decrypt(webhook.webhookKey().key(CONTEXT), encrypted))
                .map(text -> Base64.getDecoder().decode(text.substring(PREFIX.length())))
                .toList();
    }
}
