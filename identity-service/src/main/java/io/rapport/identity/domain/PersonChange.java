package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of a person: what is not said stays; the version rises by one. */
final class PersonChange {

    private final PersonDescribed before;
    private @Nullable String name;
    private @Nullable String clientId;
    private @Nullable UUID mergedInto;
    private List<UUID> distinctFrom;
    private List<Decision> decisions;

    private PersonChange(PersonDescribed before) {
        this.before = before;
        this.name = before.name();
        this.clientId = before.clientId();
        this.mergedInto = before.mergedInto();
        this.distinctFrom = before.distinctFrom();
        this.decisions = before.decisions();
    }

    static PersonChange of(PersonDescribed before) {
        return new PersonChange(before);
    }

    PersonChange name(@Nullable String next) {
        name = next;
        return this;
    }

    PersonChange client(@Nullable String next) {
        clientId = next;
        return this;
    }

    PersonChange mergedInto(@Nullable UUID next) {
        mergedInto = next;
        return this;
    }

    PersonChange decisions(List<Decision> next) {
        decisions = next;
        distinctFrom = new History(decisions).distinctFrom();
        return this;
    }

    PersonChange decided(Decision decision) {
        decisions = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        distinctFrom = new History(decisions).distinctFrom();
        return this;
    }

    PersonDescribed at(Instant at) {
        return new PersonDescribed(
                before.agency(),
                before.brand(),
                before.person(),
                name,
                clientId != null,
                clientId,
                before.since(),
                mergedInto,
                distinctFrom,
                decisions,
                before.version() + 1,
                at);
    }
}
