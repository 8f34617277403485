package io.rapport.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How names are written where only plain letters are allowed. */
final class AccountSpelling {

    private AccountSpelling() {}

    /** An account name for a full name: {@code björn Dahl → bjorn.dahl}. */
    static String account(String name) {
        return Normalizer.normalize(name.replace("ø", "o").replace("Å", "A").replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
    }

    /** What somebody may call an account, the likeliest twice: {@code bjorn_dahl, bjorndahl, bdahl}. */
    static List<String> accounts(String name) {
        var account = account(name);
        var plain = account.replace(".", "");
        var likeliest = account.replace('.', '_');
        return List.of(likeliest, likeliest, plain, plain.charAt(0) + account.substring(account.indexOf('.') + 1));
    }
}
