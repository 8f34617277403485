package io.rapport.identity.web.person;

import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionBatch;
import io.rapport.identity.web.decision.DecisionBatchResult;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionProblems;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a person's page asks for. */
public final class PersonDecisionHandler {

    private final DecisionService decisions;
    private final DecisionNoticeBuilder notices;
    private final DecisionAttribution saying;

    public PersonDecisionHandler(DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution saying) {
        this.decisions = decisions;
        this.notices = notices;
        this.saying = saying;
    }

    /**
     * What was filled in.
     *
     * @param decision {@code merge}, {@code distinct}, {@code lift} or {@code split}
     * @param other the other person
     * @param handles keys of the handles that are somebody else's
     * @param reason in the decider's words
     */
    record PersonDecisionForm(
            @Nullable String decision,
            @Nullable UUID other,
            @Nullable List<String> handles,
            @Nullable String reason) {

        PersonKey other(BrandKey brand) {
            if (other == null) {
                throw DecisionProblems.invalid("other", "Choose who the other person is.");
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

    /** Decides it about this person; what was decided together counts as one. */
    DecisionBatchResult decide(PersonKey person, PersonDecisionForm fields, Caller caller) {
        var said = saying.attribute(caller, fields.reason());
        var tally = new DecisionBatch();
        if ("lift".equals(fields.decision())) {
            var other = fields.other(person.brand());
            tally.add(() -> lift(person, other, said), () -> notices.names(List.of(person, other)));
        } else {
            tally.add(decision(person, fields, said), () -> notices.names(List.of(person)));
        }
        return tally.outcome();
    }

    private Supplier<DecisionResult> decision(PersonKey person, PersonDecisionForm fields, DecisionRationale said) {
        return switch (String.valueOf(fields.decision())) {
            case "merge" -> {
                var other = fields.other(person.brand());
                yield () -> decisions.merge(person, other, said, false);
            }
            case "distinct" -> {
                var other = fields.other(person.brand());
                yield () -> decisions.distinct(person, other, said);
            }
            case "split" -> {
                var handles = fields.keys();
                yield () -> decisions.split(person, handles, null, said);
            }
            default -> throw DecisionProblems.invalid("decision", "A decision is merge, distinct, lift or split.");
        };
    }

    private DecisionResult lift(PersonKey person, PersonKey other, DecisionRationale said) {
        var lifted = decisions.lift(person, other, said);
        saying.rematch(List.of(person, other));
        return lifted.get(0);
    }
}
