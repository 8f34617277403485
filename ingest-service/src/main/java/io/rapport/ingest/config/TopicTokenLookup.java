package io.rapport.ingest.config;

import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.TokenUsed;
import io.rapport.ingest.web.admin.IssuedTokenLookup;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.table.TableReadiness;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Looks up tokens and their uses in the tables that are read from the topics. */
record TopicTokenLookup(TopicTable<TokenIssued> tokens, TopicTable<TokenUsed> uses) implements IssuedTokenLookup {

    @Override
    public Collection<TokenIssued> all() {
        TableReadiness.requireCaughtUp(tokens);
        return tokens.rows().values();
    }

    @Override
    public @Nullable Instant lastUsed(TokenIssued token) {
        var used = uses.get(token.key());
        return used == null ? null : used.usedAt();
    }
}
