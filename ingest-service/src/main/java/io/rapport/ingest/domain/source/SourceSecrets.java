package io.rapport.ingest.domain.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decrypted secrets of a connection. During a rotation a secret has several valid values.
 *
 * @param values the valid values of each secret, newest first
 */
public record SourceSecrets(Map<String, List<String>> values) {

    /** No secrets. */
    public static final SourceSecrets NONE = new SourceSecrets(Map.of());

    /** All valid values of a secret, newest first: a verifier accepts a signature by any of them. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The newest value of a secret, with which requests and challenges are answered. */
    public Optional<String> newest(String name) {
        return all(name).stream().findFirst();
    }

    /** Names the secrets, never their values. */
    @Override
    public String toString() {
        return "SourceSecrets" + values.keySet();
    }
}
