package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Set;

/** What a user may do, in the agency or in the brands that the user is limited to. */
public enum UserRole {
    /** Reads people, scores and reports. */
    READER(Scope.READ),
    /** Reads, sends engagements and lists, and records what the team did for a person. */
    EDITOR(Scope.READ, Scope.INGEST),
    /** Does everything, also register, merge, split and erase and, for a whole agency, invite users and issue tokens. */
    ADMINISTRATOR(Scope.ADMIN),
    /** A role this reader is too old to know; it allows nothing. */
    @JsonEnumDefaultValue
    UNKNOWN;

    private final Set<Scope> scopes;

    UserRole(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    /** The scopes of the role. */
    public Set<Scope> scopes() {
        return scopes;
    }
}
