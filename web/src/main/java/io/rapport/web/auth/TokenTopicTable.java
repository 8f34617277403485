package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens by hash, updated from the topic, which is keyed by token id. */
public final class TokenTopicTable {

    private final Map<String, TokenIssued> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Nullable
    public TokenIssued get(String hash) {
        return byHash.get(hash);
    }

    /** Adds, replaces or, with null, removes a token. */
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
