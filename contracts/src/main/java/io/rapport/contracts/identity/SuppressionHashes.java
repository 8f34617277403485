package io.rapport.contracts.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What may not come back, as keyed hashes: HMAC-SHA-256 under a key of each agency's own that is derived from the
 * installation's secret, over brand, kind and value. Whoever reads the hashes learns nobody's handle; whoever meets a
 * handle can tell whether it was erased. Safe for use by many threads.
 */
public final class SuppressionHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<BrandKey, Set<String>> erased = new ConcurrentHashMap<>();
    private final Map<String, SecretKeySpec> agencyKeys = new ConcurrentHashMap<>();
    private final @Nullable String secret;
    private volatile boolean otherSecret;

    /**
     * Nothing suppressed yet.
     *
     * @param secret the installation's, the same in every service; null or blank for none
     */
    public SuppressionHashes(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret;
    }

    /** Whether there is a secret, without which nobody can be erased. */
    public boolean hasSecret() {
        return secret != null;
    }

    /** Takes an erasure in: from now on nothing of it may come back. */
    public void add(PersonErased person) {
        if (secret == null || !keyCheck(person.agency()).equals(person.keyCheck())) {
            otherSecret = true;
        }
        var words = erased.computeIfAbsent(person.brandKey(), brand -> ConcurrentHashMap.newKeySet());
        words.addAll(person.suppressed());
        person.people().forEach(id -> words.add(id.toString()));
    }

    /**
     * Whether somebody of this brand was erased: if not, nothing needs to be looked up.
     *
     * @throws IllegalStateException if somebody was, under a secret that this service does not have
     */
    public boolean hasErasures(BrandKey brand) {
        if (!erased.containsKey(brand)) {
            return false;
        }
        if (otherSecret) {
            throw new IllegalStateException(
                    "People were erased under another secret: RAPPORT_HASH_KEY has to be the same in every service, for good");
        }
        return true;
    }

    /** Whether a handle may not come back. */
    public boolean isHandleSuppressed(HandleKey handle) {
        return hasErasures(handle.brand()) && has(handle.brand(), hashHandle(handle));
    }

    /** Whether the row of a client list may not come back. */
    public boolean isClientSuppressed(BrandKey brand, String client) {
        return hasErasures(brand) && has(brand, hashClient(brand, client));
    }

    /** Whether the owner of an e-mail address or telephone number may not come back; the hash is as ingest makes it. */
    public boolean isContactSuppressed(BrandKey brand, @Nullable String contactHash) {
        return contactHash != null && hasErasures(brand) && has(brand, hashContact(brand, contactHash));
    }

    /** Whether an id was an erased person's. */
    public boolean isPersonSuppressed(BrandKey brand, UUID person) {
        return has(brand, person.toString());
    }

    /** The hash of a handle. */
    public String hashHandle(HandleKey handle) {
        return hash(handle.brand(), "handle", TopicKeys.join(handle.channel(), handle.handle()));
    }

    /** The hash of a client's id on the client list. */
    public String hashClient(BrandKey brand, String client) {
        return hash(brand, "client", client);
    }

    /** The hash of the hash of an e-mail address or telephone number: two lists of hashes cannot be compared. */
    public String hashContact(BrandKey brand, String contactHash) {
        return hash(brand, "contact", contactHash);
    }

    /** A hash of nothing in particular, by which two services see whether they have the same secret. */
    public String keyCheck(String agency) {
        return hash(new BrandKey(agency, ""), "check", "");
    }

    private boolean has(BrandKey brand, String word) {
        var words = erased.get(brand);
        return words != null && words.contains(word);
    }

    private String hash(BrandKey brand, String kind, String value) {
        var message = TopicKeys.join(brand.brand(), kind, value);
        return HexFormat.of().formatHex(hmac(agencyKeys.computeIfAbsent(brand.agency(), this::agencyKey), message));
    }

    private SecretKeySpec agencyKey(String agency) {
        if (secret == null) {
            throw new IllegalStateException("There is no secret: set RAPPORT_HASH_KEY");
        }
        var installation = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        return new SecretKeySpec(hmac(installation, "rapport.suppressed|" + agency), ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
