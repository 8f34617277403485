package io.rapport.ingest.source.table;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Guesses the encoding of text that is not UTF-8: the candidate whose characters fit together best, such as letters of one
 * script in a word, plus the confidence of ICU, which knows frequent letter sequences of many languages but not Mac Roman.
 */
final class EncodingGuesser {

    private static final String WESTERN = "windows-1252";
    private static final String CENTRAL = "windows-1250";
    private static final String MAC = "x-MacRoman";
    private static final List<String> CANDIDATES = List.of(
            WESTERN,
            CENTRAL,
            MAC,
            "windows-31j",
            "EUC-JP",
            "GB18030",
            "Big5",
            "EUC-KR",
            "windows-1251",
            "KOI8-R",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256");
    private static final Map<String, String> ICU_NAMES = Map.ofEntries(
            Map.entry("ISO-8859-1", WESTERN),
            Map.entry("ISO-8859-2", CENTRAL),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("ISO-8859-7", "windows-1253"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("ISO-8859-8", "windows-1255"),
            Map.entry("ISO-8859-8-I", "windows-1255"),
            Map.entry("ISO-8859-6", "windows-1256"));
    private static final Map<String, String> FREQUENT = Map.of(
            WESTERN,
            "\u00E0\u00E1\u00E2\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EB\u00ED\u00EE\u00F1\u00F3\u00F4\u00F6\u00F8\u00FA\u00FC\u00DF\u00C5\u00C4\u00D6\u00D8\u00DC\u00C9\u00C6",
            MAC,
            "\u00E0\u00E1\u00E2\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EB\u00ED\u00EE\u00F1\u00F3\u00F4\u00F6\u00F8\u00FA\u00FC\u00DF\u00C5\u00C4\u00D6\u00D8\u00DC\u00C9\u00C6",
            CENTRAL,
            "\u0105\u0107\u0119\u0142\u0144\u00F3\u015B\u017A\u017C\u0141\u015A\u017B\u011B\u0161\u010D\u0159\u017E\u00FD\u00E1\u00ED\u00E9\u00FA\u016F\u010F\u0165\u0148\u0160\u010C\u0158\u017D\u0151\u0171\u00F6\u00FC\u00E4\u0103",
            "windows-1254",
            "\u011F\u0131\u015F\u0130\u015E\u011E\u00FC\u00F6\u00E7\u00DC\u00D6\u00C7");
    private static final String PUNCTUATION =
            "\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u20AC\u00AB\u00BB\u00B0\u00A7\u00A0\u00B4\u30FB\u30FC\u3000\u3001";
    private static final double ICU_WEIGHT = 0.35;

    /** Files that are not UTF-8 are mostly Windows-1252. */
    private static final double WESTERN_PRIOR = 0.2;

    private record Guess(String name, double score) {}

    private EncodingGuesser() {}

    /** Guesses the encoding of a sample that begins at a non-ASCII character. */
    static Charset guess(byte[] sample) {
        var confidence = confidence(sample);
        return CANDIDATES.stream()
                .filter(Charset::isSupported)
                .map(name -> new Guess(
                        name,
                        score(sample, name)
                                + (name.equals(WESTERN) ? WESTERN_PRIOR : 0)
                                + ICU_WEIGHT * confidence.getOrDefault(name, 0) / 100))
                .max(Comparator.comparingDouble(Guess::score)
                        .thenComparingInt(guess -> -CANDIDATES.indexOf(guess.name())))
                .map(guess -> Charset.forName(guess.name()))
                .orElse(EncodingDetector.WINDOWS);
    }

    private static Map<String, Integer> confidence(byte[] sample) {
        var confidence = new HashMap<String, Integer>();
        Stream.of(new CharsetDetector().setText(sample).detectAll())
                .forEach(match -> confidence.merge(
                        ICU_NAMES.getOrDefault(match.getName(), match.getName()), match.getConfidence(), Math::max));
        return confidence;
    }

    /** The mean fitness of the non-ASCII characters, from -3 to 1; the lowest value if the sample is malformed. */
    private static double score(byte[] sample, String name) {
        var text = decode(sample, Charset.forName(name));
        if (text.isEmpty()) {
            return -3;
        }
        var sum = 0.0;
        var count = 0;
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7F) {
                sum += fitness(text, at, name);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static String decode(byte[] sample, Charset charset) {
        for (var cut = 0; cut < 4 && cut < sample.length; cut++) { // The sample may end within a character.
            try {
                return charset.newDecoder()
                        .decode(ByteBuffer.wrap(sample, 0, sample.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return "";
    }

    private static double fitness(String text, int at, String name) {
        var c = text.charAt(at);
        if (PUNCTUATION.indexOf(c) >= 0) {
            return isLetter(text, at - 1) && isLetter(text, at + 1) && c != '\u2019' && c != '\u30FC' && c != '\u30FB'
                    ? -1
                    : 0;
        }
        if (!Character.isLetter(c) || c == '\u0192' || c == '\u00AA' || c == '\u00BA' || c == '\u00B5') {
            return -2;
        }
        var script = Character.UnicodeScript.of(c);
        if (script == Character.UnicodeScript.LATIN) {
            return latin(text, at, FREQUENT.getOrDefault(name, ""));
        }
        var mixed = isLatin(text, at - 1) || isLatin(text, at + 1);
        var shouting = Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1));
        var fullWidthHalf = c >= '\uFF61' && c <= '\uFF9F';
        var alone = !isLetter(text, at - 1) && !isLetter(text, at + 1);
        return mixed || shouting || fullWidthHalf ? -2 : alone ? 0 : script == Character.UnicodeScript.HAN ? 0.85 : 1;
    }

    private static double latin(String text, int at, String frequent) {
        var c = text.charAt(at);
        if (Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1))) {
            return -2;
        }
        var crowded = at > 0 && text.charAt(at - 1) > 0x7F && isLetter(text, at - 1);
        return (frequent.indexOf(c) >= 0 ? 1 : 0.3) - (crowded ? 0.8 : 0);
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isLatin(String text, int at) {
        return isLetter(text, at) && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.LATIN;
    }
}
