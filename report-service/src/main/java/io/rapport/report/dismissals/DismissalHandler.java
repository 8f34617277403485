package io.rapport.report.dismissals;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.conversation.DismissalService.DismissalCommand;
import io.rapport.report.domain.conversation.DismissalService.DismissalResult;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Validates dismissals from the API and from the forms of pages, and maps rejections to problems. */
public final class DismissalHandler {

    private static final int MAX_REASON = 500;

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
        return DecisionProblems.orProblem(
                () -> dismissals.dismiss(brand, person, command(request, caller)), DismissalHandler::problem);
    }

    DismissalResult undo(BrandKey brand, KnownPerson person, DismissalRequest request, Caller caller) {
        return DecisionProblems.orProblem(
                () -> dismissals.undo(brand, person, command(request, caller)), DismissalHandler::problem);
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

    private static ProblemException problem(DecisionRejection reason) {
        return reason == DecisionRejection.VERSION_CONFLICT
                ? DecisionProblems.overtaken(
                        "Someone else decided about this person meanwhile",
                        "Read the person again, and repeat the request if it still applies.")
                : DecisionProblems.of(reason);
    }
}
