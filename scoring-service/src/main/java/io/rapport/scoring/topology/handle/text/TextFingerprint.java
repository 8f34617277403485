package io.rapport.scoring.topology.handle.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of an engagement, and what stands for them where no text may be kept. */
public final class TextFingerprint {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int HEX_DIGITS = 16;

    private TextFingerprint() {}

    /** What somebody wrote to the brand, emoji alone included; null when they wrote nothing. */
    public static @Nullable String textOf(EngagementReceived engagement) {
        var content = engagement.content();
        var text = content == null ? null : content.text();
        return engagement.direction() != Direction.INBOUND || text == null || text.isBlank() ? null : text;
    }

    /** A hash of the brand and the words, case and spacing apart. */
    static long hash(BrandKey brand, String text) {
        var plain = SPACE.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
        var words = brand.key() + '\n' + plain;
        return ByteBuffer.wrap(sha256().digest(words.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The hash as it stands in keys. */
    static String toHex(long hash) {
        var digits = Long.toHexString(hash);
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
