package io.rapport.identity.web.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonSummary(
        UUID id,
        @Nullable String name,
        boolean client,
        @Nullable String clientId,
        Instant since) {

    static PersonSummary of(PersonDescribed person) {
        return new PersonSummary(person.person(), person.name(), person.client(), person.clientId(), person.since());
    }
}
