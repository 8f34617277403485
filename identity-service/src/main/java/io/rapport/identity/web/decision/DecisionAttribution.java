package io.rapport.identity.web.decision;

import io.rapport.identity.domain.outbox.IdentityEventPublisher.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who says something, when and why; and what it sets going. */
public final class DecisionAttribution {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionAttribution.class);
    private static final int LONGEST = 2000;

    private final Clock clock;
    private final BiConsumer<Collection<PersonKey>, Instant> reconsider;

    /** By this clock; people who were taken apart are looked at again by whatever is given. */
    public DecisionAttribution(Clock clock, BiConsumer<Collection<PersonKey>, Instant> reconsider) {
        this.clock = clock;
        this.reconsider = reconsider;
    }

    public DecisionRationale attribute(Caller caller, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw DecisionProblems.invalid("reason", "Say why, for those who read it later.");
        }
        if (reason.length() > LONGEST) {
            throw DecisionProblems.invalid("reason", "A reason is at most " + LONGEST + " characters.");
        }
        return new DecisionRationale(caller.name(), reason.strip(), now());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Looks again whom these people are like. The decision before it holds, whatever becomes of this. */
    public void rematch(Collection<PersonKey> people) {
        try {
            reconsider.accept(people, now());
        } catch (NotPublishedException e) {
            LOG.warn("What follows from a decision is still to be published: {}", e.getMessage());
        }
    }
}
