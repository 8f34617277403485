package io.rapport.identity.matching.block;

import io.rapport.identity.matching.compare.NameFragment;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.ParsedName;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.NicknameForms;
import io.rapport.identity.matching.text.WordListReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Computes the blocking keys a record is indexed under and looked up by. Records that share no key are never compared. */
final class BlockingKeys {

    private static final Set<String> AFFIXES = Set.copyOf(WordListReader.words("affixes.txt"));
    private static final int MAX_WORD_LENGTH = 26;
    /** The maximum number of frequent words of a handle that are combined, longest first. */
    private static final int MAX_COMBINED = 6;

    private static final long START = 0xcbf29ce484222325L;

    private BlockingKeys() {}

    /** Returns the keys a record is indexed under. */
    static Set<Long> indexKeys(NormalizedRecord record) {
        Set<Long> keys = sharedKeys(record);
        if (!record.name().isEmpty()) {
            addNameSpellings(record.name(), keys);
        }
        for (NormalizedAccount account : record.accounts()) {
            if (account.isDistinctive()) {
                addWithoutAffixes("n", account.letters(), 2, keys);
            }
        }
        return keys;
    }

    /** Adds the handle's letters without affixes, so that a client added later finds the handle by name. */
    private static void addWithoutAffixes(String prefix, String letters, int words, Set<Long> keys) {
        add(keys, prefix, letters);
        for (int length = 2; words > 0 && length <= letters.length() - 3; length++) {
            if (AFFIXES.contains(letters.substring(0, length))) {
                addWithoutAffixes(prefix, letters.substring(length), words - 1, keys);
            }
            if (AFFIXES.contains(letters.substring(letters.length() - length))) {
                addWithoutAffixes(prefix, letters.substring(0, letters.length() - length), words - 1, keys);
            }
        }
    }

    /** Returns the keys to look up. A handle is looked up by every run of letters in it. */
    static Set<Long> lookupKeys(NormalizedRecord record) {
        Set<Long> keys = sharedKeys(record);
        if (!record.name().isEmpty()) {
            addNameSpellings(record.name(), keys);
            addLocationKeys(record, keys);
        }
        for (NormalizedAccount account : record.accounts()) {
            if (account.isDistinctive()) {
                forEachRun(account.letters(), (key, run) -> keys.add(key));
                add(keys, "n", account.letters());
                addWithoutAffixes("start", account.letters(), 2, keys);
            }
        }
        return keys;
    }

    /** Adds keys for each prefix of a free-text location, which may start with the city of a client row. */
    private static void addLocationKeys(NormalizedRecord record, Set<Long> keys) {
        String place = record.firstWord(RecordField.LOCATION);
        for (int end = place.indexOf(' '); !place.isEmpty(); end = place.indexOf(' ', end + 1)) {
            addCityKeys(record.name(), end < 0 ? place : place.substring(0, end), keys);
            if (end < 0) {
                return;
            }
        }
    }

    /** Adds keys for each part of a name with the city, and for the full name with the city, since even the parts may be too frequent. */
    private static void addCityKeys(ParsedName name, String city, Set<Long> keys) {
        addJoined(keys, "city", name.given(), city);
        addJoined(keys, "city", name.family(), city);
        addJoined(keys, "namesake", name.joined(), city);
    }

    /** A run of letters, {@code from} inclusive, {@code to} exclusive. */
    private record Run(int from, int to) {}

    private interface RunTaker {
        void take(long key, Run run);
    }

    private static void forEachRun(String letters, RunTaker taker) {
        for (int from = 0; from < letters.length(); from++) {
            long key = mix(START, 'n');
            int end = Math.min(letters.length(), from + MAX_WORD_LENGTH);
            for (int to = from; to < end; to++) {
                key = mix(key, letters.charAt(to));
                // A run of two letters inside a handle is rarely a name.
                boolean edge = from == 0 || to == letters.length() - 1;
                if (to - from >= (edge ? 1 : 2)) {
                    taker.take(key, new Run(from, to + 1));
                }
            }
        }
    }

    /**
     * Returns keys for a handle whose words are too frequent to be looked up alone: any two of them as a full name, and each with the rest
     * of the handle as a place.
     *
     * @param crowded whether the block of a key is above the bound
     */
    static Set<Long> combinedKeys(NormalizedRecord record, LongPredicate crowded) {
        Set<Long> keys = new HashSet<>();
        for (NormalizedAccount account : record.accounts()) {
            String letters = account.letters();
            List<Run> words = new ArrayList<>();
            if (account.isDistinctive()) {
                forEachRun(letters, (key, run) -> {
                    if (run.to() - run.from() > 2 && crowded.test(key)) {
                        words.add(run);
                    }
                });
            }
            words.sort(
                    Comparator.comparingInt((Run run) -> run.from() - run.to()).thenComparing(Run::from));
            combinedKeys(letters, words.subList(0, Math.min(MAX_COMBINED, words.size())), keys);
        }
        return keys;
    }

    private static void combinedKeys(String letters, List<Run> words, Set<Long> keys) {
        for (Run word : words) {
            String spelt = letters.substring(word.from(), word.to());
            for (String place : List.of(letters.substring(0, word.from()), letters.substring(word.to()))) {
                addJoined(keys, "city", spelt, place);
                addJoined(keys, "region", spelt, place);
            }
            for (Run later : words) {
                if (word.to() <= later.from()) {
                    String other = letters.substring(later.from(), later.to());
                    addNamePair(spelt, other, keys);
                    NicknameForms.of(spelt).forEach(form -> addNamePair(form, other, keys));
                    NicknameForms.of(other).forEach(form -> addNamePair(spelt, form, keys));
                }
            }
        }
    }

    private static void addNamePair(String a, String b, Set<Long> keys) {
        boolean straight = a.compareTo(b) < 0;
        add(keys, "both", (straight ? a : b) + "|" + (straight ? b : a));
    }

    private static void addNameSpellings(ParsedName name, Set<Long> keys) {
        String family = name.family();
        add(keys, "n", family);
        name.familyParts().forEach(part -> add(keys, "n", part));
        for (int length = 4; length < family.length(); length++) {
            add(keys, "start", family.substring(0, length));
        }
        add(keys, "n", name.given());
        for (String form : NameFragment.givenForms(name)) {
            add(keys, "n", form + family);
            add(keys, "n", family + form);
        }
        name.aliases().forEach(alias -> add(keys, "n", alias));
        name.middle().forEach(word -> add(keys, "n", word.length() > 2 ? word : ""));
        if (!name.given().isEmpty() && !family.isEmpty()) {
            String initial = name.given().substring(0, 1);
            add(keys, "n", initial + family);
            add(keys, "n", family + initial);
            add(keys, "n", name.given() + family.charAt(0));
            String families = name.familyParts().isEmpty() ? family.substring(0, 1) : initials(name.familyParts());
            add(keys, "n", name.given() + families);
            add(keys, "n", initial + initials(name.middle()) + families);
            add(keys, "n", initial + families);
        }
    }

    private static String initials(List<String> words) {
        StringBuilder initials = new StringBuilder();
        words.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString();
    }

    private static Set<Long> sharedKeys(NormalizedRecord record) {
        Set<Long> keys = new HashSet<>();
        for (RecordField field : List.of(
                RecordField.EMAIL_HASH,
                RecordField.EMAIL_LOCAL_HASH,
                RecordField.EMAIL_DOMAIN_HASH,
                RecordField.PHONE_HASH,
                RecordField.BIRTH_DATE,
                RecordField.STREET)) {
            record.words(field).forEach(word -> add(keys, field.name(), word));
        }
        record.links().forEach(link -> add(keys, "link", link.page()));
        record.pages().forEach(page -> add(keys, "page", page));
        record.relMePages().forEach(page -> add(keys, "page", page));
        if (!record.webfingerSubject().isEmpty()) {
            add(keys, "page", NormalizedRecord.page(record.webfingerSubject()));
            add(keys, "account", "mastodon:" + record.webfingerSubject());
        }
        for (NormalizedAccount account : record.accounts()) {
            add(keys, "account", account.identity());
        }
        addNameKeys(record, keys);
        return keys;
    }

    private static void addNameKeys(NormalizedRecord record, Set<Long> keys) {
        ParsedName name = record.name();
        addCityKeys(name, record.firstWord(RecordField.CITY), keys);
        String born = record.firstWord(RecordField.BIRTH_DATE);
        for (String part : List.of(name.given(), name.family())) {
            if (!part.isEmpty()) {
                add(keys, "part", part);
                String start = part.substring(0, Math.min(3, part.length()));
                addJoined(keys, "postcode", start, record.firstWord(RecordField.POSTCODE));
                addJoined(keys, "region", part, record.firstWord(RecordField.REGION));
                addJoined(keys, "organisation", part, record.firstWord(RecordField.ORGANISATION));
                if (!born.isEmpty()) {
                    add(keys, "year", start + "|" + born.substring(0, 4));
                    add(keys, "day", start + "|" + born.substring(4));
                    add(keys, "month", part + "|" + born.substring(4, 6));
                }
            }
        }
        if (!name.given().isEmpty() && !name.family().isEmpty()) {
            boolean straight = name.given().compareTo(name.family()) < 0;
            String first = straight ? name.given() : name.family();
            String second = straight ? name.family() : name.given();
            addNamePair(first, second, keys);
            add(keys, "starts", prefix(first, 2) + "|" + prefix(second, 4));
            add(keys, "starts", prefix(first, 4) + "|" + prefix(second, 2));
        }
    }

    private static String prefix(String word, int length) {
        return word.substring(0, Math.min(length, word.length()));
    }

    private static void addJoined(Set<Long> keys, String prefix, String part, String other) {
        if (!part.isEmpty() && !other.isEmpty()) {
            add(keys, prefix, part + "|" + other);
        }
    }

    private static void add(Set<Long> keys, String prefix, String value) {
        if (value.length() > 1) {
            long key = START;
            for (int i = 0; i < prefix.length(); i++) {
                key = mix(key, prefix.charAt(i));
            }
            for (int i = 0; i < value.length(); i++) {
                key = mix(key, value.charAt(i));
            }
            keys.add(key);
        }
    }

    private static long mix(long key, char c) {
        long mixed = (key ^ c) * 0x100000001b3L;
        return mixed ^ mixed >>> 29;
    }
}
