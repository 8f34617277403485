package io.rapport.identity.web.erasure;

import io.rapport.identity.web.decision.DecisionProblems;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.store.StoredErasure;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Erases people for whoever asks, and knows what became of it. */
public final class PersonErasureHandler {

    private static final int LONGEST = 500;

    private final PersonErasureService erasing;
    private final Clock clock;

    public PersonErasureHandler(PersonErasureService erasing, Clock clock) {
        this.erasing = erasing;
        this.clock = clock;
    }

    StoredErasure erase(PersonKey person, String reason, Caller caller) {
        if (reason.length() > LONGEST) {
            throw Problem.invalid("reason", "reason is at most " + LONGEST + " characters.")
                    .asException();
        }
        if (!erasing.isPossible()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "no-hash-key",
                            "Nobody can be erased yet",
                            "Set RAPPORT_HASH_KEY to the same secret in every service: without it nobody who was erased "
                                    + "could be kept from coming back.")
                    .asException();
        }
        var said = new DecisionRationale(caller.name(), reason.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return DecisionProblems.orProblem(() -> erasing.erase(person, said));
    }

    StoredErasure find(BrandKey brand, UUID id) {
        return erasing.find(brand, id).orElseThrow(() -> Problem.notFound().asException());
    }
}
