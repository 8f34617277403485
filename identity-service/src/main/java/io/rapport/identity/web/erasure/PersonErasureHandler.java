package io.rapport.identity.web.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ErasureRepository.ErasurePosition;
import io.rapport.identity.domain.store.StoredErasure;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Validates and starts erasures for the API and the pages. */
public final class PersonErasureHandler {

    private static final int MAX_LENGTH = 500;
    private static final String NEWEST = "newest";

    private final PersonErasureService erasures;
    private final Clock clock;

    public PersonErasureHandler(PersonErasureService erasures, Clock clock) {
        this.erasures = erasures;
        this.clock = clock;
    }

    StoredErasure erase(PersonKey person, String reason, Caller caller) {
        if (reason.length() > MAX_LENGTH) {
            throw Problem.invalid("reason", "reason is at most " + MAX_LENGTH + " characters.")
                    .asException();
        }
        if (!erasures.isPossible()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "no-hash-key",
                            "Erasure is not configured",
                            "Set RAPPORT_HASH_KEY to the same secret in every service: without it, erased people "
                                    + "cannot be suppressed in later imports.")
                    .asException();
        }
        var rationale = new DecisionRationale(
                caller.name(), reason.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return DecisionProblems.orProblem(() -> erasures.erase(person, rationale));
    }

    /** A page of the erasures of a brand, newest first. */
    CursorPage<StoredErasure> findNewest(BrandKey brand, PageRequest paging) {
        var after = paging.after();
        var before = after == null ? null : position(after);
        return CursorPage.of(
                erasures.findNewest(brand, before, paging.limit() + 1), paging.limit(), PersonErasureHandler::cursor);
    }

    private static ErasurePosition position(Cursor after) {
        var at = Instant.ofEpochMilli((long) after.number(NEWEST, 0));
        return new ErasurePosition(at, UUID.fromString(after.text(NEWEST, 1)));
    }

    private static Cursor cursor(StoredErasure last) {
        return Cursor.of(NEWEST, last.state().at().toEpochMilli(), last.state().erasure());
    }

    StoredErasure find(BrandKey brand, UUID id) {
        return erasures.find(brand, id).orElseThrow(() -> Problem.notFound().asException());
    }
}
