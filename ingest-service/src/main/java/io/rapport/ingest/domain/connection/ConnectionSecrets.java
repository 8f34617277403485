package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.domain.source.SourceSecrets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Encrypts and decrypts the secrets of connections, and rotates them: a new value does not end the old one. */
public final class ConnectionSecrets {

    private final SecretCipher cipher;

    /** Creates it over a cipher. */
    public ConnectionSecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Decrypts the secrets of a connection.
     *
     * @throws SecretUnreadableException if a key is missing
     */
    public SourceSecrets decrypt(ConnectionConfigured connection) {
        var key = connection.connectionKey();
        return new SourceSecrets(connection.secrets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        secret -> secret.getValue().stream()
                                .map(encrypted -> cipher.decrypt(key.key(secret.getKey()), encrypted))
                                .toList())));
    }

    /**
     * Applies new values. The newest old value of each stays valid beside the new one; a value that is valid already
     * changes nothing.
     *
     * @param before the valid values of each secret, encrypted
     * @param changes new values by name; an empty one removes the secret
     */
    Map<String, List<String>> rotate(ConnectionKey key, Map<String, List<String>> before, Map<String, String> changes) {
        var after = new TreeMap<>(before);
        changes.forEach((name, value) -> {
            var old = before.getOrDefault(name, List.of());
            if (value.isEmpty()) {
                after.remove(name);
            } else if (old.isEmpty() || !isNewest(key.key(name), old, value)) {
                var encrypted = cipher.encrypt(key.key(name), value);
                after.put(
                        name,
                        Stream.concat(Stream.of(encrypted), old.stream().limit(1))
                                .toList());
            }
        });
        return after;
    }

    /**
     * Replaces the values of secrets that the platform has renewed: the old ones have ended.
     *
     * @param expected a secret and its newest value, by which the others were renewed
     * @return the secrets as they are if that value has changed meanwhile
     */
    Map<String, List<String>> renew(
            ConnectionKey key,
            Map<String, List<String>> before,
            Map.Entry<String, String> expected,
            Map<String, String> values) {
        var old = before.getOrDefault(expected.getKey(), List.of());
        if (old.isEmpty() || !isNewest(key.key(expected.getKey()), old, expected.getValue())) {
            return before;
        }
        var after = new TreeMap<>(before);
        values.forEach((name, value) -> after.put(name, List.of(cipher.encrypt(key.key(name), value))));
        return after;
    }

    /** Ends the older values of a secret: only the newest stays valid. */
    static Map<String, List<String>> dropOld(Map<String, List<String>> before, String name) {
        var after = new TreeMap<>(before);
        after.computeIfPresent(name, (key, values) -> List.copyOf(values.subList(0, 1)));
        return after;
    }

    /** A value that cannot be decrypted any more is replaced like another one. */
    private boolean isNewest(String context, List<String> old, String value) {
        try {
            return cipher.decrypt(context, old.get(0)).equals(value);
        } catch (SecretUnreadableException e) {
            return false;
        }
    }
}
