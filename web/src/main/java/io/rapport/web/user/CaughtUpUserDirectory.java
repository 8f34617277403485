package io.rapport.web.user;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.web.table.TableReadiness;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Users that are read from a topic: lookups fail with 503 until all of them have been read.
 *
 * @param caughtUp completes when they have
 */
public record CaughtUpUserDirectory(UserTopicTable table, CompletableFuture<Void> caughtUp) implements UserDirectory {

    @Override
    public Optional<UserRegistered> byKey(String key) {
        return ready().byKey(key);
    }

    @Override
    public List<UserRegistered> byEmail(String email) {
        return ready().byEmail(email);
    }

    @Override
    public Optional<UserRegistered> byInvitation(String hash) {
        return ready().byInvitation(hash);
    }

    @Override
    public Collection<UserRegistered> ofAgency(String agency) {
        return ready().ofAgency(agency);
    }

    private UserTopicTable ready() {
        TableReadiness.requireCaughtUp(caughtUp);
        return table;
    }
}
