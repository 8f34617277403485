package io.rapport.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenTopicTableTest {

    private final TokenTopicTable table = new TokenTopicTable();

    @Test
    void findsATokenUntilItIsRevoked() {
        var token = token("hash");
        table.change(token.key(), token);
        assertThat(table.get("hash")).isEqualTo(token);

        table.change(token.key(), null);
        assertThat(table.get("hash")).isNull();
    }

    @Test
    void aTokenPublishedAgainStaysAndAnotherHashReplacesIt() {
        var token = token("hash");
        table.change(token.key(), token);
        table.change(token.key(), token);
        assertThat(table.get("hash")).isEqualTo(token);

        table.change(token.key(), token("newer"));
        assertThat(table.get("hash")).isNull();
        assertThat(table.get("newer")).isNotNull();
    }

    @Test
    void revokingWhatWasNeverKnownChangesNothing() {
        table.change("acme|unknown", null);
        assertThat(table.get("hash")).isNull();
    }

    private static TokenIssued token(String hash) {
        return new TokenIssued("acme", new UUID(1, 2), "n", hash, Set.of(), Set.of(Scope.READ), Instant.EPOCH, null);
    }
}
