package io.rapport.identity.domain.intake;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.store.IdentifierClaim;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts of the brands' own teams, as their staff lists name them: by id, or by name in any case.
 *
 * @param claims the account claims of the staff lists
 */
record StaffAccounts(Set<String> claims) {

    static StaffAccounts of(Collection<HandleKey> listed) {
        return new StaffAccounts(listed.stream()
                .flatMap(handle ->
                        IdentifierClaim.accountIds(handle.brand(), handle.channel(), handle.handle()).stream())
                .collect(Collectors.toSet()));
    }

    /** Whether a staff list names the account, by its id or its current name. */
    boolean contains(HandleAssigned handle) {
        return IdentifierClaim.accountIds(handle).stream().anyMatch(claims::contains);
    }
}
