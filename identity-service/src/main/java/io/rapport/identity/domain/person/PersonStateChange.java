package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import io.rapport.identity.domain.history.DecisionHistory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the next version of a person. Parts that are not set are kept; distinctions follow from the decisions. */
public final class PersonStateChange {

    private final PersonDescribed before;
    private @Nullable String name;
    private @Nullable String clientId;
    private @Nullable UUID mergedInto;
    private List<UUID> distinctFrom;
    private List<Decision> decisions;

    private PersonStateChange(PersonDescribed before) {
        this.before = before;
        this.name = before.name();
        this.clientId = before.clientId();
        this.mergedInto = before.mergedInto();
        this.distinctFrom = before.distinctFrom();
        this.decisions = before.decisions();
    }

    public static PersonStateChange of(PersonDescribed before) {
        return new PersonStateChange(before);
    }

    public PersonStateChange name(@Nullable String next) {
        name = next;
        return this;
    }

    public PersonStateChange client(@Nullable String next) {
        clientId = next;
        return this;
    }

    public PersonStateChange mergedInto(@Nullable UUID next) {
        mergedInto = next;
        return this;
    }

    public PersonStateChange decisions(List<Decision> next) {
        decisions = next;
        distinctFrom = new DecisionHistory(decisions).distinctFrom();
        return this;
    }

    public PersonStateChange addDecision(Decision decision) {
        decisions = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        distinctFrom = new DecisionHistory(decisions).distinctFrom();
        return this;
    }

    public PersonDescribed build(Instant at) {
        return PersonDescribedBuilder.builder(before)
                .name(name)
                .client(clientId != null)
                .clientId(clientId)
                .mergedInto(mergedInto)
                .distinctFrom(distinctFrom)
                .decisions(decisions)
                .version(before.version() + 1)
                .at(at)
                .build();
    }
}
