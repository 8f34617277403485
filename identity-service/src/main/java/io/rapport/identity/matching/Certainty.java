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
                    found.add(sameAccount(a, b, b.kind() == RecordKind.CLIENT ? y : x));
                }
            }
        }
        if (a.kind() == RecordKind.HANDLE || b.kind() == RecordKind.HANDLE) {
            shared(Field.EMAIL_HASH, a, b, found);
            shared(Field.PHONE_HASH, a, b, found);
        }
        if (linksTo(a, b) && linksTo(b, a)) {
            found.add(new Evidence(
                    "REL_ME", String.join(", ", a.me().stream().sorted().toList()), 0));
        }
        if (found.isEmpty() && (isConfirmed(a, b) || isConfirmed(b, a))) {
            found.add(new Evidence("WEBFINGER", "acct:" + (a.isNamedBy(b) ? b : a).subject(), 0));
        }
        return found;
    }

    private static Evidence sameAccount(Profile a, Profile b, AccountForm account) {
        boolean listed = a.kind() == RecordKind.CLIENT || b.kind() == RecordKind.CLIENT;
        String where = account.name() + " on " + account.channel();
        return listed
                ? new Evidence("CLIENT_LIST", "Written on the client list as " + where, 0)
                : new Evidence("ACCOUNT_ID", "account " + where, 0);
    }

    /** Whether a server says that this account is the other one, and that one points back. */
    private static boolean isConfirmed(Profile account, Profile named) {
        return named.isNamedBy(account) && (linksTo(named, account) || account.isNamedBy(named));
    }

    /** The same address or number, unless it is nobody's own. */
    private void shared(Field field, Profile a, Profile b, List<Evidence> found) {
        for (String hash : a.words(field)) {
            if (b.words(field).contains(hash) && !terms.isCrowded(field, hash)) {
                found.add(new Evidence(field.name(), Waterfall.shortened(hash), 0));
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
