package io.rapport.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Deterministic ids (RFC 9562, version 5): equal names yield equal ids on every machine. */
public final class DeterministicIds {

    private static final UUID RAPPORT = UUID.fromString("5b1b1f8e-6f0c-5d0e-9d5e-2f6a3d0c7a11");
    private static final MessageDigest AFTER_NAMESPACE = sha1After(RAPPORT);

    private DeterministicIds() {}

    /** The id of an engagement, derived from agency, brand, source and the source's own id. */
    public static UUID engagement(BrandKey brand, String source, String sourceId) {
        return of("engagement", brand.key(source, sourceId));
    }

    /** The id of the provisional person of a handle that is not resolved yet. */
    public static UUID provisionalPerson(HandleKey handle) {
        return of("person", handle.key());
    }

    /** The id of the person of a client list row. */
    public static UUID clientPerson(BrandKey brand, String client) {
        return of("client", brand.key(client));
    }

    /** The id of a name within a kind of ids. */
    public static UUID of(String kind, String name) {
        return version5(kind + TopicKeys.SEPARATOR + name);
    }

    private static UUID version5(String name) {
        var digest = ByteBuffer.wrap(sha1().digest(name.getBytes(StandardCharsets.UTF_8)));
        var high = digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        var low = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    // Cloning is faster than MessageDigest.getInstance, which takes longer than digesting most names.
    private static MessageDigest sha1() {
        try {
            return (MessageDigest) AFTER_NAMESPACE.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-1 can be cloned", e);
        }
    }

    private static MessageDigest sha1After(UUID namespace) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return sha1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
