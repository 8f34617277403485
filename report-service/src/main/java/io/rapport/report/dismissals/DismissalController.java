package io.rapport.report.dismissals;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.conversation.DismissalService.DismissalResult;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Marks the questions of a person as needing no answer. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/service/owed/{person}")
class DismissalController {

    private final BrandCatalogue catalogue;
    private final DismissalHandler handler;

    DismissalController(BrandCatalogue catalogue, DismissalHandler handler) {
        this.catalogue = catalogue;
        this.handler = handler;
    }

    /**
     * A decision that was saved.
     *
     * @param person the person; after a merge the survivor
     * @param upTo questions up to this time need no answer; null if none is dismissed any more
     * @param handles the number of the person's handles whose decision changed
     * @param published whether the broker has acknowledged it; if not, it is published later
     */
    record DismissalResponse(UUID person, @Nullable Instant upTo, int handles, boolean published) {}

    /** Answers 202 while the broker is away: the decision is saved, and published when the broker is back. */
    @Operation(
            summary =
                    "Mark what a person has asked so far, or up to a time, as needing no answer. A later question waits"
                            + " for an answer again. Needs a token with the scope ADMIN")
    @PostMapping("/dismiss")
    ResponseEntity<DismissalResponse> dismiss(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestBody(required = false) @Nullable DismissalRequest request,
            Caller caller) {
        catalogue.require(brand);
        var known = handler.find(brand, person);
        return response(known.person(), handler.dismiss(brand, known, orEmpty(request), caller));
    }

    @Operation(summary = "Undo the latest mark of a person's questions. Needs a token with the scope ADMIN")
    @PostMapping("/reopen")
    ResponseEntity<DismissalResponse> reopen(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestBody(required = false) @Nullable DismissalRequest request,
            Caller caller) {
        catalogue.require(brand);
        var known = handler.find(brand, person);
        return response(known.person(), handler.undo(brand, known, orEmpty(request), caller));
    }

    private static DismissalRequest orEmpty(@Nullable DismissalRequest request) {
        return Objects.requireNonNullElse(request, DismissalRequest.EMPTY);
    }

    private static ResponseEntity<DismissalResponse> response(UUID person, DismissalResult result) {
        return ResponseEntity.status(result.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new DismissalResponse(person, result.upTo(), result.handles(), result.published()));
    }
}
