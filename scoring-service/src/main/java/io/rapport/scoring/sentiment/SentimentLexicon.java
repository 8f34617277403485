package io.rapport.scoring.sentiment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentiment terms of one language. */
final class SentimentLexicon {

    private static final int MIN_STEM_LENGTH = 3;
    private static final int MIN_LOANWORD_LENGTH = 4;

    private final TermTable<LexiconEntry> terms;
    private final InflectionRules forms;
    private final @Nullable SentimentLexicon fallback;

    /**
     * Loads word lists; later lists override earlier ones.
     *
     * @param fallback lexicon for loanwords that these lists do not have; null for none
     */
    SentimentLexicon(InflectionRules forms, @Nullable SentimentLexicon fallback, String... lists) {
        var entries = new LinkedHashMap<String, LexiconEntry>();
        for (var list : lists) {
            LexiconReader.readInto(entries, list);
        }
        this.terms = new TermTable<>(withReach(entries));
        this.forms = forms;
        this.fallback = fallback;
    }

    private static Map<String, LexiconEntry> withReach(Map<String, LexiconEntry> entries) {
        var reaching = new HashMap<>(entries);
        for (var term : entries.keySet()) {
            int space = term.indexOf(' ');
            if (space > 0) {
                int words = (int) term.chars().filter(c -> c == ' ').count() + 1;
                var first = term.substring(0, space);
                var entry = reaching.getOrDefault(first, new LexiconEntry(first, LexiconRole.NONE, 0, 1, 1));
                reaching.put(first, entry.withReach(words));
            }
        }
        return reaching;
    }

    /** Sets the entry of each word; a term of several words is set at its first word. */
    void resolveEntries(TextTokens tokens) {
        for (int i = 0; i < tokens.count; ) {
            i += tokens.hasShape(i, TextTokens.SIGN) ? 1 : resolveEntryAt(tokens, i);
        }
    }

    private int resolveEntryAt(TextTokens tokens, int i) {
        var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
        int words = entry == null || entry.reach() == 1 ? 1 : longestTerm(tokens, i, entry.reach());
        if (words > 1) {
            entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i + words - 1]);
        } else if (entry == null || entry.role() == LexiconRole.NONE) {
            entry = findInflected(tokens, i);
        }
        tokens.entries[i] = entry;
        return words;
    }

    private int longestTerm(TextTokens tokens, int i, int reach) {
        int longest = 1;
        int hash = tokens.hashes[i];
        for (int words = 2; words <= reach && i + words <= tokens.count; words++) {
            int last = i + words - 1;
            if (tokens.hasShape(last, TextTokens.AFTER_STOP)) {
                break;
            }
            hash = TermTable.hash(hash, tokens.chars, tokens.ends[last - 1], tokens.ends[last]);
            var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[last], hash);
            longest = entry == null || entry.role() == LexiconRole.NONE ? longest : words;
        }
        return longest;
    }

    /** Finds the entry of a word's base form, where the word itself is not listed. */
    private @Nullable LexiconEntry findInflected(TextTokens tokens, int i) {
        int start = tokens.starts[i];
        int end = tokens.ends[i];
        if (tokens.hasShape(i, TextTokens.ELONGATED)) {
            var entry = findShortened(tokens.chars, start, end);
            if (entry != null) {
                return entry;
            }
        }
        var entry = findStemOrCompound(tokens, i);
        if (entry != null || fallback == null || end - start < MIN_LOANWORD_LENGTH) {
            return entry;
        }
        return sentimentOnly(fallback.terms.find(tokens.chars, start, end, tokens.hashes[i]));
    }

    /** Finds elongated words: "goood" as "good", "looove" as "love", "happpyyy" as "happy". */
    private @Nullable LexiconEntry findShortened(char[] chars, int start, int end) {
        var entry = findShortened(chars, start, end, 2, 2);
        if (entry == null) {
            entry = findShortened(chars, start, end, 1, 1);
        }
        return entry == null ? findShortened(chars, start, end, 2, 1) : entry;
    }

    /** Looks up the word with {@code ofEach} repetitions of each elongated letter, and {@code ofLast} of the last letter. */
    private @Nullable LexiconEntry findShortened(char[] chars, int start, int end, int ofEach, int ofLast) {
        var word = new char[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            boolean elongated = i + 2 < end && chars[i] == chars[i + 1] && chars[i] == chars[i + 2];
            int times = elongated ? (i + WordShape.MAX_RUN == end ? ofLast : ofEach) : 1;
            for (int t = 0; t < times; t++) {
                word[size++] = chars[i];
            }
            i += elongated ? WordShape.MAX_RUN - 1 : 0;
        }
        var entry = terms.find(word, 0, size);
        return entry == null || entry.role() == LexiconRole.NONE ? null : entry;
    }

    private @Nullable LexiconEntry findStemOrCompound(TextTokens tokens, int i) {
        var entry = findStem(tokens.chars, tokens.starts[i], tokens.ends[i]);
        return entry == null ? findCompound(tokens.chars, tokens.starts[i], tokens.ends[i]) : entry;
    }

    private @Nullable LexiconEntry findStem(char[] chars, int start, int end) {
        for (int size = Math.min(forms.longestEnding, end - start - MIN_STEM_LENGTH); size > 0; size--) {
            if (forms.isEnding(chars, end - size, end)) {
                var entry = sentimentOnly(terms.find(chars, start, end - size));
                if (entry != null) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** Finds a word after an intensifying prefix: "kjempegode" as "gode". */
    private @Nullable LexiconEntry findCompound(char[] chars, int start, int end) {
        int from = start + forms.prefixLength(chars, start, end);
        if (from == start || end - from < MIN_STEM_LENGTH) {
            return null;
        }
        var entry = sentimentOnly(terms.find(chars, from, end));
        return entry == null ? findStem(chars, from, end) : entry;
    }

    private static @Nullable LexiconEntry sentimentOnly(@Nullable LexiconEntry entry) {
        return entry != null && entry.role() == LexiconRole.SENTIMENT ? entry : null;
    }

    /** Number of tokens that this lexicon knows. */
    int countKnownWords(TextTokens tokens) {
        int known = 0;
        for (int i = 0; i < tokens.count; i++) {
            var entry = terms.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
            known += (entry != null && entry.role() != LexiconRole.NONE) || findStemOrCompound(tokens, i) != null
                    ? 1
                    : 0;
        }
        return known;
    }
}
