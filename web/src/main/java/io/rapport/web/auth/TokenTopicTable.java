package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens by hash, kept up to date by changes of the topic, which is keyed by id. */
public final class TokenTopicTable {

    private final Map<String, TokenIssued> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Nullable
    public TokenIssued get(String hash) {
        return byHash.get(hash);
    }

    /** Takes a token in, or out when it was revoked. */
    public void change(String key, @Nullable TokenIssued token) {
        var before = hashes.remove(key);
        if (token != null) {
            byHash.put(token.hash(), token);
            hashes.put(key, token.hash());
        }
        if (before != null && (token == null || !before.equals(token.hash()))) {
            byHash.remove(before);
        }
    }
}
