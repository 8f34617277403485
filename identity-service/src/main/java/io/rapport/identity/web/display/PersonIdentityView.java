package io.rapport.identity.web.display;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.PersonFamily;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with handles and decisions.
 *
 * @param id id of the surviving person
 * @param was the requested id, if that person has been merged into this one
 * @param handles oldest first
 * @param distinctFrom people declared distinct from this one
 * @param decisions all decisions about the person, oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonIdentityView(
        UUID id,
        @Nullable UUID was,
        @Nullable String name,
        boolean client,
        @Nullable String clientId,
        Instant since,
        List<AssignedHandleView> handles,
        List<UUID> distinctFrom,
        List<Decision> decisions) {

    public static PersonIdentityView of(PersonFamily family, UUID requested) {
        var person = family.person();
        return new PersonIdentityView(
                person.person(),
                requested.equals(person.person()) ? null : requested,
                person.name(),
                person.client(),
                person.clientId(),
                person.since(),
                family.handles().stream()
                        .sorted(Comparator.comparing(HandleAssigned::since)
                                .thenComparing(handle -> handle.handleKey().key()))
                        .map(AssignedHandleView::of)
                        .toList(),
                person.distinctFrom(),
                person.decisions());
    }
}
