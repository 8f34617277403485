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
 * The suppressed values of erased people as keyed hashes: HMAC-SHA-256 over brand, kind and value, with a key per agency
 * that is derived from the installation's secret. The hashes do not reveal a handle, but a given handle can be checked
 * against them. Thread-safe.
 */
public final class SuppressionHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<BrandKey, Set<String>> erased = new ConcurrentHashMap<>();
    private final Map<String, SecretKeySpec> agencyKeys = new ConcurrentHashMap<>();
    private final @Nullable String secret;
    private volatile boolean otherSecret;

    /**
     * An empty set.
     *
     * @param secret the secret of the installation, the same in every service; null or blank for none
     */
    public SuppressionHashes(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret;
    }

    /** Whether there is a secret. Without one no person can be erased. */
    public boolean hasSecret() {
        return secret != null;
    }

    /** Adds the values of an erasure. */
    public void add(PersonErased person) {
        if (secret == null || !keyCheck(person.agency()).equals(person.keyCheck())) {
            otherSecret = true;
        }
        var hashes = erased.computeIfAbsent(person.brandKey(), brand -> ConcurrentHashMap.newKeySet());
        hashes.addAll(person.suppressed());
        person.people().forEach(id -> hashes.add(id.toString()));
    }

    /**
     * Whether any person of the brand was erased; if not, no value needs to be hashed.
     *
     * @throws IllegalStateException if a person was erased under a secret that this service does not have
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

    /** Whether a handle is suppressed. */
    public boolean isHandleSuppressed(HandleKey handle) {
        return hasErasures(handle.brand()) && has(handle.brand(), hashHandle(handle));
    }

    /** Whether a client list row is suppressed. */
    public boolean isClientSuppressed(BrandKey brand, String client) {
        return hasErasures(brand) && has(brand, hashClient(brand, client));
    }

    /** Whether an e-mail address or telephone number is suppressed, given as the contact hash that ingest computes. */
    public boolean isContactSuppressed(BrandKey brand, @Nullable String contactHash) {
        return contactHash != null && hasErasures(brand) && has(brand, hashContact(brand, contactHash));
    }

    /** Whether an id belongs to an erased person. */
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

    /** The hash of a contact hash. It is hashed again so that suppressed hashes cannot be compared with contact hashes. */
    public String hashContact(BrandKey brand, String contactHash) {
        return hash(brand, "contact", contactHash);
    }

    /** A hash of a constant that shows whether two services have the same secret. */
    public String keyCheck(String agency) {
        return hash(new BrandKey(agency, ""), "check", "");
    }

    private boolean has(BrandKey brand, String hash) {
        var hashes = erased.get(brand);
        return hashes != null && hashes.contains(hash);
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

    private static byte[] hmac(SecretKeySpec key, String message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
