package io.rapport.identity.web.decision;

import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attributes decisions to the caller, and triggers re-matching after people have been separated. */
public final class DecisionAttribution {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionAttribution.class);
    private static final int MAX_LENGTH = 2000;

    private final Clock clock;
    private final BiConsumer<Collection<PersonKey>, Instant> rematch;

    /**
     * Creates the attribution.
     *
     * @param rematch matches these people again at the given time
     */
    public DecisionAttribution(Clock clock, BiConsumer<Collection<PersonKey>, Instant> rematch) {
        this.clock = clock;
        this.rematch = rematch;
    }

    public DecisionRationale attribute(Caller caller, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw DecisionProblems.invalid("reason", "A reason is required.");
        }
        if (reason.length() > MAX_LENGTH) {
            throw DecisionProblems.invalid("reason", "A reason is at most " + MAX_LENGTH + " characters.");
        }
        return new DecisionRationale(caller.name(), reason.strip(), now());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Matches these people again. A failure is logged; the preceding decision remains valid. */
    public void rematch(Collection<PersonKey> people) {
        try {
            rematch.accept(people, now());
        } catch (NotPublishedException e) {
            LOG.warn("Matching after a decision is postponed until its predecessors are published: {}", e.getMessage());
        }
    }
}
