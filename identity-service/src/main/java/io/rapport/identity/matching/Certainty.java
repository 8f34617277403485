package io.rapport.identity.matching;

import io.rapport.contracts.identity.Evidence;
import java.util.ArrayList;
import java.util.List;

/** The deterministic rules: what makes two records the same person beyond doubt. */
final class Certainty {

    private final Terms terms;

    Certainty(Terms terms) {
        this.terms = terms;
    }

    /** Why the two are certainly the same person; nothing when they are not. */
    List<Evidence> evidence(Profile a, Profile b) {
        List<Evidence> found = new ArrayList<>(1);
        for (AccountForm x : a.accounts()) {
            for (AccountForm y : b.accounts()) {
                if (sameAccount(x, y)) {
                    boolean listed = a.kind() == RecordKind.CLIENT || b.kind() == RecordKind.CLIENT;
                    found.add(new Evidence(listed ? "CLIENT_LIST" : "ACCOUNT_ID", x.channel() + " " + x.name(), 0));
                }
            }
        }
        if (a.kind() == RecordKind.HANDLE || b.kind() == RecordKind.HANDLE) {
            email(a, b, found);
        }
        if (linksTo(a, b) && linksTo(b, a)) {
            found.add(new Evidence(
                    "REL_ME", String.join(", ", a.me().stream().sorted().toList()), 0));
        }
        return found;
    }

    private void email(Profile a, Profile b, List<Evidence> found) {
        for (String hash : a.words(Field.EMAIL_HASH)) {
            if (b.words(Field.EMAIL_HASH).contains(hash) && !terms.isCrowded(Field.EMAIL_HASH, hash)) {
                found.add(new Evidence("EMAIL_HASH", Waterfall.shortened(hash), 0));
            }
        }
    }

    private static boolean linksTo(Profile from, Profile to) {
        return from.me().stream().anyMatch(to.pages()::contains);
    }

    /** Whether two spellings are one account: by id where both have one, else by name. */
    static boolean sameAccount(AccountForm x, AccountForm y) {
        if (!x.channel().equals(y.channel())) {
            return false;
        }
        if (x.id() != null && y.id() != null) {
            return x.id().equals(y.id());
        }
        boolean named = !x.name().isEmpty() && x.name().equals(y.name());
        return named || idAsName(x, y) || idAsName(y, x);
    }

    /** Client lists often write the id where the name belongs. */
    private static boolean idAsName(AccountForm x, AccountForm y) {
        return x.id() != null && x.id().equals(y.name());
    }
}
