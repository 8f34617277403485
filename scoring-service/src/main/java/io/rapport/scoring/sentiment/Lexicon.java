package io.rapport.scoring.sentiment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of one language. */
final class Lexicon {

    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_LOAN = 4;

    private final SpanTable<Entry> terms;
    private final Forms forms;
    private final @Nullable Lexicon otherwise;

    /** A lexicon of these word lists, later ones over earlier ones; words it does not know are looked up in another. */
    Lexicon(Forms forms, @Nullable Lexicon otherwise, String... lists) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var list : lists) {
            WordList.readInto(entries, list);
        }
        this.terms = new SpanTable<>(withReach(entries));
        this.forms = forms;
        this.otherwise = otherwise;
    }

    private static Map<String, Entry> withReach(Map<String, Entry> entries) {
        var reaching = new HashMap<>(entries);
        for (var term : entries.keySet()) {
            int space = term.indexOf(' ');
            if (space > 0) {
                int words = (int) term.chars().filter(c -> c == ' ').count() + 1;
                var first = term.substring(0, space);
                var entry = reaching.getOrDefault(first, new Entry(first, Role.NONE, 0, 1, 1));
                reaching.put(first, entry.reaching(words));
            }
        }
        return reaching;
    }

    /** Finds what each word means; the words of a longer term are taken together, at its first word. */
    void look(Tokens tokens) {
        for (int i = 0; i < tokens.count; ) {
            i += tokens.has(i, Tokens.SIGN) ? 1 : lookAt(tokens, i);
        }
    }

    private int lookAt(Tokens tokens, int i) {
        var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
        int words = entry == null || entry.reach() == 1 ? 1 : longest(tokens, i, entry.reach());
        if (words > 1) {
            entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i + words - 1]);
        } else if (entry == null || entry.role() == Role.NONE) {
            entry = form(tokens, i);
        }
        tokens.entries[i] = entry;
        return words;
    }

    private int longest(Tokens tokens, int i, int reach) {
        int longest = 1;
        int hash = tokens.hashes[i];
        for (int words = 2; words <= reach && i + words <= tokens.count; words++) {
            int last = i + words - 1;
            if (tokens.has(last, Tokens.AFTER_STOP)) {
                break;
            }
            hash = SpanTable.hash(hash, tokens.chars, tokens.ends[last - 1], tokens.ends[last]);
            var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[last], hash);
            longest = entry == null || entry.role() == Role.NONE ? longest : words;
        }
        return longest;
    }

    /** A word that is not listed as it stands, but in a form it comes from. */
    private @Nullable Entry form(Tokens tokens, int i) {
        int start = tokens.starts[i];
        int end = tokens.ends[i];
        if (tokens.has(i, Tokens.ELONGATED)) {
            var entry = shortened(tokens.chars, start, end);
            if (entry != null) {
                return entry;
            }
        }
        var entry = inflected(tokens, i);
        if (entry != null || otherwise == null || end - start < SHORTEST_LOAN) {
            return entry;
        }
        return sentiment(otherwise.terms.find(tokens.chars, start, end, tokens.hashes[i]));
    }

    /** "goood" is "good", "looove" is "love", "happpyyy" is "happy". */
    private @Nullable Entry shortened(char[] chars, int start, int end) {
        var entry = shortened(chars, start, end, 2, 2);
        if (entry == null) {
            entry = shortened(chars, start, end, 1, 1);
        }
        return entry == null ? shortened(chars, start, end, 2, 1) : entry;
    }

    /** Looks the word up with this many of each letter that is drawn out, and so many of the last. */
    private @Nullable Entry shortened(char[] chars, int start, int end, int ofEach, int ofLast) {
        var word = new char[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            boolean drawnOut = i + 2 < end && chars[i] == chars[i + 1] && chars[i] == chars[i + 2];
            int times = drawnOut ? (i + WordShape.LONGEST_RUN == end ? ofLast : ofEach) : 1;
            for (int t = 0; t < times; t++) {
                word[size++] = chars[i];
            }
            i += drawnOut ? WordShape.LONGEST_RUN - 1 : 0;
        }
        var entry = terms.find(word, 0, size);
        return entry == null || entry.role() == Role.NONE ? null : entry;
    }

    private @Nullable Entry inflected(Tokens tokens, int i) {
        var entry = stem(tokens.chars, tokens.starts[i], tokens.ends[i]);
        return entry == null ? compound(tokens.chars, tokens.starts[i], tokens.ends[i]) : entry;
    }

    private @Nullable Entry stem(char[] chars, int start, int end) {
        for (int size = Math.min(forms.longestEnding, end - start - SHORTEST_STEM); size > 0; size--) {
            if (forms.isEnding(chars, end - size, end)) {
                var entry = sentiment(terms.find(chars, start, end - size));
                if (entry != null) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** "kjempegode" is "gode", strongly meant. */
    private @Nullable Entry compound(char[] chars, int start, int end) {
        int from = start + forms.beginning(chars, start, end);
        if (from == start || end - from < SHORTEST_STEM) {
            return null;
        }
        var entry = sentiment(terms.find(chars, from, end));
        return entry == null ? stem(chars, from, end) : entry;
    }

    private static @Nullable Entry sentiment(@Nullable Entry entry) {
        return entry != null && entry.role() == Role.SENTIMENT ? entry : null;
    }

    /** How many of the words mean something in this language. */
    int known(Tokens tokens) {
        int known = 0;
        for (int i = 0; i < tokens.count; i++) {
            var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
            known += (entry != null && entry.role() != Role.NONE) || inflected(tokens, i) != null ? 1 : 0;
        }
        return known;
    }
}
