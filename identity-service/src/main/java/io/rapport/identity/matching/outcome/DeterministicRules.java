package io.rapport.identity.matching.outcome;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.matching.compare.ValueFrequencies;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.text.PlaceholderValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deterministic rules that establish that two records are the same person. */
public final class DeterministicRules {

    private final ValueFrequencies frequencies;

    public DeterministicRules(ValueFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Returns the deterministic evidence; empty if there is none. */
    List<Evidence> evidence(NormalizedRecord a, NormalizedRecord b) {
        List<Evidence> found = new ArrayList<>(1);
        for (NormalizedAccount x : a.accounts()) {
            for (NormalizedAccount y : b.accounts()) {
                if (sameAccount(x, y)) {
                    sameAccount(a, b, b.kind() == RecordKind.CLIENT ? y : x).ifPresent(found::add);
                }
            }
        }
        if (a.kind() == RecordKind.HANDLE || b.kind() == RecordKind.HANDLE) {
            shared(RecordField.EMAIL_HASH, a, b, found);
            shared(RecordField.PHONE_HASH, a, b, found);
        }
        if (linksTo(a, b) && linksTo(b, a)) {
            found.add(new Evidence(
                    "REL_ME", String.join(", ", a.relMePages().stream().sorted().toList()), 0));
        }
        if (found.isEmpty() && (isConfirmed(a, b) || isConfirmed(b, a))) {
            found.add(new Evidence("WEBFINGER", "acct:" + (a.isNamedBy(b) ? b : a).webfingerSubject(), 0));
        }
        return found;
    }

    /** An entry of the client list is no evidence if it is a placeholder, or if clients of different names have it. */
    private Optional<Evidence> sameAccount(NormalizedRecord a, NormalizedRecord b, NormalizedAccount account) {
        boolean listed = a.kind() == RecordKind.CLIENT || b.kind() == RecordKind.CLIENT;
        String where = account.name() + " on " + account.channel();
        if (!listed) {
            return Optional.of(new Evidence("ACCOUNT_ID", "account " + where, 0));
        }
        boolean isSomeones = !PlaceholderValues.isPlaceholder(account.name())
                && !frequencies.clientIdentifiers().isShared(account);
        return isSomeones
                ? Optional.of(new Evidence("CLIENT_LIST", "Written on the client list as " + where, 0))
                : Optional.empty();
    }

    /** Whether WebFinger of this account names the other one, and the other one links or points back. */
    private static boolean isConfirmed(NormalizedRecord account, NormalizedRecord named) {
        return named.isNamedBy(account) && (linksTo(named, account) || account.isNamedBy(named));
    }

    /**
     * Adds evidence for each shared contact hash that is not too frequent to belong to one person, and that clients of different
     * names do not share.
     */
    private void shared(RecordField field, NormalizedRecord a, NormalizedRecord b, List<Evidence> found) {
        for (String hash : a.words(field)) {
            if (b.words(field).contains(hash)
                    && !frequencies.isTooFrequent(field, hash)
                    && !frequencies.clientIdentifiers().isShared(field, hash)) {
                found.add(new Evidence(field.name(), EvidenceWaterfall.abbreviate(hash), 0));
            }
        }
    }

    private static boolean linksTo(NormalizedRecord from, NormalizedRecord to) {
        return from.relMePages().stream().anyMatch(to.pages()::contains);
    }

    /** Whether two spellings are the same account: by id if both have one, else by name. */
    public static boolean sameAccount(NormalizedAccount x, NormalizedAccount y) {
        if (!x.channel().equals(y.channel())) {
            return false;
        }
        if (x.id() != null && y.id() != null) {
            return x.id().equals(y.id());
        }
        boolean named = !x.name().isEmpty() && x.name().equals(y.name());
        return named || idAsName(x, y) || idAsName(y, x);
    }

    /** Client lists often contain the id in the name column. */
    private static boolean idAsName(NormalizedAccount x, NormalizedAccount y) {
        return x.id() != null && x.id().equals(y.name());
    }
}
