package io.rapport.standalone.demo;

import java.text.Normalizer;
import java.util.Locale;

/** How names are written where only plain letters are allowed. */
final class Spelling {

    private Spelling() {}

    /** An account name for a full name: {@code björn Dahl → bjorn.dahl}. */
    static String account(String name) {
        return Normalizer.normalize(name.replace("ø", "o").replace("Å", "A").replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
    }
}
