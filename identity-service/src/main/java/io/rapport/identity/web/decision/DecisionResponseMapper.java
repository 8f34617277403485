package io.rapport.identity.web.decision;

import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.web.display.PersonIdentityView;
import io.rapport.web.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Maps decisions to responses with the resulting person. */
public final class DecisionResponseMapper {

    private final FamilyDirectory directory;

    public DecisionResponseMapper(FamilyDirectory directory) {
        this.directory = directory;
    }

    /** Responds 200 if the decision is published, 202 if it waits in the outbox. */
    public ResponseEntity<DecisionView> respond(DecisionResult result) {
        return ResponseEntity.status(result.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(view(result));
    }

    DecisionView view(DecisionResult result) {
        return directory
                .find(result.person())
                .map(family -> new DecisionView(
                        result.decision(),
                        result.published(),
                        PersonIdentityView.of(family, result.person().person())))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
