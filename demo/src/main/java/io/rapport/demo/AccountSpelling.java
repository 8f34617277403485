package io.rapport.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Converts full names to account names of plain letters. */
final class AccountSpelling {

    private AccountSpelling() {}

    /** The account name of a full name: {@code Björn Dahl → bjorn.dahl}. */
    static String accountName(String name) {
        return Normalizer.normalize(name.replace("ø", "o").replace("Å", "A").replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
    }

    /** Variants of the account name, the most frequent twice: {@code bjorn_dahl, bjorn_dahl, bjorndahl, bdahl}. */
    static List<String> accountNames(String name) {
        var account = accountName(name);
        var plain = account.replace(".", "");
        var mostFrequent = account.replace('.', '_');
        return List.of(
                mostFrequent, mostFrequent, plain, plain.charAt(0) + account.substring(account.indexOf('.') + 1));
    }
}
