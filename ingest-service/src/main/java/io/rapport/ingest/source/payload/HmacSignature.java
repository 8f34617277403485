package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.VerificationResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a platform writes an HMAC into a header.
 *
 * @param algorithm of {@link Mac}, such as {@code HmacSHA256}
 * @param prefix what stands before the signature, such as {@code sha256=}; empty for none
 * @param encoding of the signature
 */
public record HmacSignature(String algorithm, String prefix, Encoding encoding) {

    /** How the bytes of a signature are written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /** {@code sha256=} and hex digits. */
    public static final HmacSignature SHA256_HEX = new HmacSignature("HmacSHA256", "sha256=", Encoding.HEX);

    /** {@code sha256=} and Base64. */
    public static final HmacSignature SHA256_BASE64 = new HmacSignature("HmacSHA256", "sha256=", Encoding.BASE64);

    /**
     * Verifies a signature in constant time.
     *
     * @param header the value of the header; null if the request has none
     * @param signed the bytes that the platform signed
     * @param secrets the valid secrets; any of them may have signed
     */
    public VerificationResult verify(@Nullable String header, byte[] signed, List<String> secrets) {
        var usable = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
        if (usable.isEmpty()) {
            return VerificationResult.refuse("The connection has no secret to verify signatures with.");
        }
        if (header == null) {
            return VerificationResult.refuse("The request is not signed.");
        }
        var sent = decode(header.strip());
        if (sent == null) {
            return VerificationResult.refuse("The signature is malformed.");
        }
        var matches = false;
        for (var secret : usable) {
            matches |= MessageDigest.isEqual(hmac(secret, signed), sent);
        }
        return matches
                ? VerificationResult.accept()
                : VerificationResult.refuse(
                        "The signature does not match: the secret is another one, or the body was changed.");
    }

    /** Signs bytes, with the prefix. */
    public String sign(String secret, byte[] signed) {
        var hmac = hmac(secret, signed);
        return prefix
                + (encoding == Encoding.HEX
                        ? HexFormat.of().formatHex(hmac)
                        : Base64.getEncoder().encodeToString(hmac));
    }

    /** Signs text in UTF-8, with the prefix. */
    public String sign(String secret, String text) {
        return sign(secret, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes that a platform signs if it writes text before the body. */
    public static byte[] prefixed(String prefix, byte[] body) {
        var start = prefix.getBytes(StandardCharsets.US_ASCII);
        var signed = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, signed, start.length, body.length);
        return signed;
    }

    private byte @Nullable [] decode(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(prefix)) {
            return null;
        }
        var written = header.substring(prefix.length());
        try {
            return encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(written)
                    : Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] hmac(String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Algorithm not available: " + algorithm, e);
        }
    }
}
