package io.rapport.identity.domain.withdrawal;

import java.util.Set;

/** The kinds of evidence by which unions are undone in bulk. */
public enum EvidenceKind {
    EMAIL("EMAIL", "EMAIL_HASH"),
    PHONE("PHONE", "PHONE_HASH"),
    /** An account on the client list. */
    ACCOUNT("CLIENT_LIST", "ACCOUNT_ID"),
    /** Pages and accounts that link to one another. */
    LINK("REL_ME", "WEBFINGER", "LINK", "NAMED"),
    /** Any similarity. */
    SIMILARITY("LIKENESS");

    private final Set<String> rules;

    EvidenceKind(String... rules) {
        this.rules = Set.of(rules);
    }

    /** The rules of this evidence. */
    public Set<String> rules() {
        return rules;
    }
}
