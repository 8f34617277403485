package io.rapport.scoring.topology.handle.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.value.OrderLedger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of an engagement, and the hash that represents it where no text may be stored. */
public final class TextFingerprint {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int HEX_DIGITS = 16;

    private TextFingerprint() {}

    /**
     * Returns the text of an inbound engagement, which may consist of emoji; null without text. The text of a refund is a note of
     * the shop's.
     */
    public static @Nullable String textOf(EngagementReceived engagement) {
        var content = engagement.content();
        var text = content == null ? null : content.text();
        var isSaid = engagement.direction() == Direction.INBOUND && !OrderLedger.isRefund(engagement);
        return !isSaid || text == null || text.isBlank() ? null : text;
    }

    /** Hashes the brand and the text, ignoring case and spacing. */
    static long hash(BrandKey brand, String text) {
        var plain = SPACE.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
        var words = brand.key() + '\n' + plain;
        return ByteBuffer.wrap(sha256().digest(words.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Returns the hash as 16 hexadecimal digits, for keys. */
    static String toHex(long hash) {
        var digits = Long.toHexString(hash);
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform supports SHA-256", e);
        }
    }
}
