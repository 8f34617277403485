package io.rapport.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
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

    /** 64 hexadecimal digits that stand for the words, as a keyed hash of an address would. */
    static String digest(String words) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
