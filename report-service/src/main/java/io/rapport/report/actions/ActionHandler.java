package io.rapport.report.actions;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Records actions at the ingest service, once for each form, and waits for a moment until they are in the timeline, so that
 * the next page shows them.
 */
public final class ActionHandler {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(40);

    private final @Nullable EngagementIntakeClient ingest;
    private final PersonDirectory directory;
    private final EngagementRepository engagements;
    private final Clock clock;

    /**
     * A handler with the clock that dates actions.
     *
     * @param ingest null if no ingest service is configured
     */
    public ActionHandler(
            @Nullable EngagementIntakeClient ingest,
            PersonDirectory directory,
            EngagementRepository engagements,
            Clock clock) {
        this.ingest = ingest;
        this.directory = directory;
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * An action that was recorded.
     *
     * @param person the person; after a merge the survivor
     * @param engagement its id
     */
    public record RecordedAction(UUID person, UUID engagement, StaffAction action) {}

    /** Checks that an action can be recorded, without recording it; fails with the problem that {@link #record} fails with. */
    public void check(BrandRegistered registered, UUID id, ActionFields fields, String by) {
        requireIngest();
        fields.request(registered, find(registered.brandKey(), id), by, clock);
    }

    /**
     * Records an action once.
     *
     * @param id the person
     * @param by the member of staff
     * @param token of the caller, with which ingest decides whether the action may be recorded
     */
    public RecordedAction record(BrandRegistered registered, UUID id, ActionFields fields, String by, String token) {
        var client = requireIngest();
        var brand = registered.brandKey();
        var person = find(brand, id);
        var request = fields.request(registered, person, by, clock);
        var engagement = request.engagement(brand);
        var earlier = engagements.find(brand, engagement);
        earlier.ifPresent(entry -> requireSame(entry, request));
        if (earlier.isEmpty()) {
            client.send(brand, request, token);
            awaitProjection(brand, engagement);
        }
        return new RecordedAction(person.person(), engagement, request.action());
    }

    /**
     * Records the actions that are not recorded yet, in one request.
     *
     * @return the number of actions that ingest did not accept
     */
    int recordAll(BrandKey brand, List<ActionRequest> actions, String token) {
        var client = requireIngest();
        var known = engagements.findKnown(
                brand, actions.stream().map(action -> action.engagement(brand)).toList());
        var missing = actions.stream()
                .filter(action -> !known.contains(action.engagement(brand)))
                .toList();
        if (missing.isEmpty()) {
            return 0;
        }
        var rejected = client.sendAll(brand, missing, token);
        if (rejected < missing.size()) {
            awaitProjection(brand, missing.get(missing.size() - 1).engagement(brand));
        }
        return rejected;
    }

    private EngagementIntakeClient requireIngest() {
        if (ingest == null) {
            throw Problem.unavailable("Actions are sent to the ingest service: set RAPPORT_INGEST_URL.", RETRY_AFTER);
        }
        return ingest;
    }

    private KnownPerson find(BrandKey brand, UUID id) {
        var known = directory.find(brand, directory.resolveSurvivor(brand, id));
        if (!known.isKnown()) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "unknown-person",
                            "Nobody is here any more",
                            "This person was erased meanwhile, or never existed. Nothing was recorded.")
                    .asException();
        }
        return known;
    }

    /** A form that was changed and sent again is not the same action: scoring would reject its engagement as a conflict. */
    private static void requireSame(TimelineEntry earlier, ActionRequest request) {
        if (earlier.kind() != request.action().kind()
                || !Objects.equals(earlier.details().text(), request.text())
                || !earlier.occurredAt().equals(request.at())) {
            throw alreadyRecorded();
        }
    }

    private static ProblemException alreadyRecorded() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "already-recorded",
                        "This form was sent before",
                        "Something else was recorded with this form already. Open the page again to record another action.")
                .asException();
    }

    private void awaitProjection(BrandKey brand, UUID engagement) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (engagements.find(brand, engagement).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
