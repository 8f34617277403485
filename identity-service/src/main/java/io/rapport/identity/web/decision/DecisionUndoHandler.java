package io.rapport.identity.web.decision;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Undoes decisions from the API and from pages, and matches the people concerned again. */
public final class DecisionUndoHandler {

    private static final String DEFAULT_REASON = "Taken back in the browser";

    private final DecisionService decisions;
    private final DecisionNoticeBuilder notices;
    private final DecisionAttribution attribution;

    public DecisionUndoHandler(
            DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        this.decisions = decisions;
        this.notices = notices;
        this.attribution = attribution;
    }

    /** Attributes an undo on a page; the reason has a default. */
    public DecisionRationale attribute(Caller caller, @Nullable String reason) {
        return attribution.attribute(caller, reason == null || reason.isBlank() ? DEFAULT_REASON : reason);
    }

    /** Undoes decisions, latest first, since later decisions may depend on earlier ones. */
    public DecisionBatchResult undo(BrandKey brand, List<DecisionReference> references, DecisionRationale rationale) {
        var batch = new DecisionBatch();
        for (var i = references.size() - 1; i >= 0; i--) {
            var reference = references.get(i);
            var person = new PersonKey(brand, reference.person());
            batch.add(() -> undo(person, reference.decision(), rationale), () -> notices.names(List.of(person)));
        }
        return batch.outcome().withReferences(references);
    }

    DecisionResult undo(PersonKey person, UUID decision, DecisionRationale rationale) {
        var undone = decisions.undo(person, decision, rationale);
        attribution.rematch(List.of(undone.person(), new PersonKey(person.brand(), undone.other())));
        return undone;
    }
}
