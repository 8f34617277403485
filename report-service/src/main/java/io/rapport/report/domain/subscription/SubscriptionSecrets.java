package io.rapport.report.domain.subscription;

import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.contracts.subscription.SubscriptionSaved;

/** Encrypts the addresses and links of subscriptions. Each cipher text is bound to its subscription. */
public final class SubscriptionSecrets {

    private static final String ADDRESS = "subscription-address";
    private static final String LINK = "subscription-link";

    private final SecretCipher cipher;

    /** Secrets that are encrypted by a cipher. */
    public SubscriptionSecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Encrypts an address.
     *
     * @param key of the subscription
     * @throws SecretUnreadableException if there is no key
     */
    public String encryptAddress(String key, String address) {
        return cipher.encrypt(ADDRESS + key, address);
    }

    /**
     * Encrypts the secret of links.
     *
     * @param key of the subscription
     * @throws SecretUnreadableException if there is no key
     */
    public String encryptLink(String key, String link) {
        return cipher.encrypt(LINK + key, link);
    }

    /**
     * The address of a subscription.
     *
     * @throws SecretUnreadableException if its key is missing
     */
    public String address(SubscriptionSaved subscription) {
        return cipher.decrypt(ADDRESS + subscription.key(), subscription.address());
    }

    /**
     * The secret of the links of a subscription.
     *
     * @throws SecretUnreadableException if its key is missing
     */
    public String link(SubscriptionSaved subscription) {
        return cipher.decrypt(LINK + subscription.key(), subscription.link());
    }
}
