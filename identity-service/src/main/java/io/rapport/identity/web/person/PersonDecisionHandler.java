package io.rapport.identity.web.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionBatch;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executes the decision forms of a person's page. */
public final class PersonDecisionHandler {

    private final DecisionService decisions;
    private final DecisionNoticeBuilder notices;
    private final DecisionAttribution attribution;

    public PersonDecisionHandler(
            DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        this.decisions = decisions;
        this.notices = notices;
        this.attribution = attribution;
    }

    /**
     * The decision form.
     *
     * @param decision {@code merge}, {@code distinct}, {@code lift} or {@code split}
     * @param other the other person
     * @param handles keys of the handles to split off
     * @param reason the reason given by the caller
     */
    record PersonDecisionForm(
            @Nullable String decision,
            @Nullable UUID other,
            @Nullable List<String> handles,
            @Nullable String reason) {

        PersonKey other(BrandKey brand) {
            if (other == null) {
                throw DecisionProblems.invalid("other", "Choose the other person.");
            }
            return new PersonKey(brand, other);
        }

        Set<HandleKey> keys() {
            return DecisionProblems.orInvalid(
                    "handles",
                    () -> Objects.requireNonNullElse(handles, List.<String>of()).stream()
                            .map(HandleKey::of)
                            .collect(Collectors.toSet()));
        }
    }

    /** Executes the form for this person. */
    DecisionBatchResult decide(PersonKey person, PersonDecisionForm fields, Caller caller) {
        var rationale = attribution.attribute(caller, fields.reason());
        var batch = new DecisionBatch();
        if ("lift".equals(fields.decision())) {
            var other = fields.other(person.brand());
            batch.add(() -> lift(person, other, rationale), () -> notices.names(List.of(person, other)));
        } else {
            batch.add(decision(person, fields, rationale), () -> notices.names(List.of(person)));
        }
        return batch.outcome();
    }

    private Supplier<DecisionResult> decision(
            PersonKey person, PersonDecisionForm fields, DecisionRationale rationale) {
        return switch (String.valueOf(fields.decision())) {
            case "merge" -> {
                var other = fields.other(person.brand());
                yield () -> decisions.merge(person, other, rationale, false);
            }
            case "distinct" -> {
                var other = fields.other(person.brand());
                yield () -> decisions.distinct(person, other, rationale);
            }
            case "split" -> {
                var handles = fields.keys();
                yield () -> decisions.split(person, handles, null, rationale);
            }
            default -> throw DecisionProblems.invalid("decision", "decision must be merge, distinct, lift or split.");
        };
    }

    private DecisionResult lift(PersonKey person, PersonKey other, DecisionRationale rationale) {
        var lifted = decisions.lift(person, other, rationale);
        attribution.rematch(List.of(person, other));
        return lifted.get(0);
    }
}
