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
 * A person with all that is known of who they are.
 *
 * @param id who they are now
 * @param was the id that was asked for, when it is another one that was merged into this person
 * @param handles oldest first
 * @param distinctFrom people this one was said not to be
 * @param decisions everything decided about them, oldest first
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

    public static PersonIdentityView of(PersonFamily family, UUID asked) {
        var person = family.person();
        return new PersonIdentityView(
                person.person(),
                asked.equals(person.person()) ? null : asked,
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
