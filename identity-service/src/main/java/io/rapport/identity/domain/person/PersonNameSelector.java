package io.rapport.identity.domain.person;

import io.rapport.contracts.PersonNameRules;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Selects the display name of a person. */
public final class PersonNameSelector {

    private static final Comparator<HandleAssigned> OLDEST_FIRST = Comparator.comparing(HandleAssigned::since)
            .thenComparing(handle -> handle.handleKey().key());

    private PersonNameSelector() {}

    /**
     * The name on the client list; else the display name, else the account name, of the oldest handle that has one.
     * A display name that is an order number is none. Null if there is none.
     */
    static @Nullable public String select(@Nullable String listed, Collection<HandleAssigned> handles) {
        if (listed != null && !listed.isBlank()) {
            return listed;
        }
        var shown = names(handles, HandleProfile::displayName).filter(PersonNameRules::isName);
        return Stream.concat(shown, names(handles, HandleProfile::name))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> names(
            Collection<HandleAssigned> handles, Function<HandleProfile, @Nullable String> name) {
        return handles.stream()
                .sorted(OLDEST_FIRST)
                .map(handle -> name.apply(handle.profile()))
                .filter(Objects::nonNull)
                .filter(found -> !found.isBlank());
    }
}
