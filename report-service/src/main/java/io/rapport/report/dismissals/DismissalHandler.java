package io.rapport.report.dismissals;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.conversation.DismissalRejectedException;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.conversation.DismissalService.DismissalCommand;
import io.rapport.report.domain.conversation.DismissalService.DismissalResult;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Validates dismissals from the API and from the forms of pages, and maps rejections to problems. */
public final class DismissalHandler {

    private static final int MAX_REASON = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final DismissalService dismissals;
    private final PersonDirectory directory;
    private final Clock clock;

    /** A handler with the clock that dates decisions. */
    public DismissalHandler(DismissalService dismissals, PersonDirectory directory, Clock clock) {
        this.dismissals = dismissals;
        this.directory = directory;
        this.clock = clock;
    }

    /** The person that an id stands for; fails with 404 for an unknown one. */
    KnownPerson find(BrandKey brand, UUID id) {
        var known = directory.find(brand, directory.resolveSurvivor(brand, id));
        if (!known.isKnown()) {
            throw Problem.notFound().asException();
        }
        return known;
    }

    DismissalResult dismiss(BrandKey brand, KnownPerson person, DismissalRequest request, Caller caller) {
        try {
            return dismissals.dismiss(brand, person, command(request, caller));
        } catch (DismissalRejectedException e) {
            throw problem(e.reason());
        }
    }

    DismissalResult undo(BrandKey brand, KnownPerson person, DismissalRequest request, Caller caller) {
        try {
            return dismissals.undo(brand, person, command(request, caller));
        } catch (DismissalRejectedException e) {
            throw problem(e.reason());
        }
    }

    private DismissalCommand command(DismissalRequest request, Caller caller) {
        var reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.length() > MAX_REASON) {
            throw Problem.invalid("reason", "reason must have at most " + MAX_REASON + " characters.")
                    .asException();
        }
        return new DismissalCommand(
                request.upTo(), reason, caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static RuntimeException problem(DismissalRejectedException.DismissalRejection reason) {
        return switch (reason) {
            case NOTHING_ASKED ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "nothing-asked",
                                "There is nothing to answer",
                                "This person has written nothing to the brand, so that nothing waits for an answer.")
                        .asException();
            case NOTHING_DISMISSED ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "nothing-dismissed",
                                "There is nothing to undo",
                                "No question of this person is marked as needing no answer.")
                        .asException();
            case VERSION_CONFLICT ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "overtaken",
                                "Someone else decided about this person meanwhile",
                                "Read the person again, and repeat the request if it still applies.")
                        .asException();
            case NOT_READY ->
                Problem.unavailable("Earlier decisions are still being read. Retry the same request.", RETRY_AFTER);
        };
    }
}
