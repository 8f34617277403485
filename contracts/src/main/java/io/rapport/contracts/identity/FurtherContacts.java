package io.rapport.contracts.identity;

import java.util.List;

/**
 * The contacts of a client beyond the first of each kind, and the mailboxes that other spellings of the addresses reach. All are
 * keyed hashes.
 *
 * @param emailHashes further e-mail addresses
 * @param phoneHashes further telephone numbers
 * @param mailboxHashes the canonical forms of the client's e-mail addresses, those that are canonical themselves left out
 */
public record FurtherContacts(List<String> emailHashes, List<String> phoneHashes, List<String> mailboxHashes) {

    /** No further contacts. */
    public static final FurtherContacts NONE = new FurtherContacts(List.of(), List.of(), List.of());
}
