package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.CommonValues;
import io.rapport.identity.matching.text.TextNormalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record normalised for comparison.
 *
 * @param id id of the record
 * @param kind kind of the record
 * @param accounts its accounts, including those of its profile links
 * @param name the best name it has; parts may be empty
 * @param words normalised values by field, without values that are too common
 * @param links pages that are not profiles on a known channel
 * @param pages all its pages
 * @param relMePages pages it links to with {@code rel=me}
 * @param webfingerSubject the WebFinger subject as {@code name@host}; empty if unknown
 */
public record NormalizedRecord(
        String id,
        RecordKind kind,
        List<NormalizedAccount> accounts,
        ParsedName name,
        Map<RecordField, List<String>> words,
        List<WebPage> links,
        Set<String> pages,
        Set<String> relMePages,
        String webfingerSubject) {

    public static NormalizedRecord of(MatchRecord record) {
        List<WebPage> links = links(record, RecordField.LINK);
        ParsedName name = name(record, links);
        Map<RecordField, List<String>> words = new EnumMap<>(RecordField.class);
        for (RecordField field : List.of(
                RecordField.STREET, RecordField.CITY, RecordField.REGION, RecordField.COUNTRY, RecordField.LOCATION)) {
            put(words, field, TextNormalizer.normalizeAll(record.values(field)));
        }
        put(
                words,
                RecordField.ORGANISATION,
                record.values(RecordField.ORGANISATION).stream()
                        .map(PersonNameParser::organisation)
                        .filter(w -> !w.isEmpty())
                        .toList());
        put(
                words,
                RecordField.POSTCODE,
                record.values(RecordField.POSTCODE).stream()
                        .map(TextNormalizer::letters)
                        .filter(w -> !w.isEmpty())
                        .toList());
        put(
                words,
                RecordField.BIRTH_DATE,
                record.values(RecordField.BIRTH_DATE).stream()
                        .map(TextNormalizer::letters)
                        .filter(d -> d.matches("\\d{8}"))
                        .toList());
        for (RecordField field : List.of(
                RecordField.EMAIL_HASH,
                RecordField.EMAIL_LOCAL_HASH,
                RecordField.EMAIL_DOMAIN_HASH,
                RecordField.PHONE_HASH)) {
            put(
                    words,
                    field,
                    record.values(field).stream()
                            .map(String::strip)
                            .filter(h -> !h.isEmpty())
                            .toList());
        }
        return new NormalizedRecord(
                record.id(),
                record.kind(),
                accounts(record, links),
                name,
                Map.copyOf(words),
                ordinaryPages(links),
                pages(links),
                pages(links(record, RecordField.REL_ME)),
                subject(record));
    }

    private static String subject(MatchRecord record) {
        return record.values(RecordField.WEBFINGER).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .map(value -> value.startsWith("acct:") ? value.substring("acct:".length()) : value)
                .filter(value -> value.indexOf('@') > 0)
                .findFirst()
                .orElse("");
    }

    /** Whether the other record's WebFinger subject is this account. */
    public boolean isNamedBy(NormalizedRecord other) {
        String named = other.webfingerSubject;
        if (named.isEmpty()) {
            return false;
        }
        return pages.contains(page(named))
                || accounts.stream().anyMatch(account -> account.name().equals(named));
    }

    /** Returns the profile page of a WebFinger subject. */
    public static String page(String subject) {
        int at = subject.indexOf('@');
        return subject.substring(at + 1) + "/@" + subject.substring(0, at);
    }

    private static void put(Map<RecordField, List<String>> words, RecordField field, List<String> values) {
        if (!values.isEmpty()) {
            words.put(field, values);
        }
    }

    private static List<WebPage> links(MatchRecord record, RecordField field) {
        List<WebPage> links = new ArrayList<>();
        for (String value : record.values(field)) {
            WebPage link = WebPage.of(value);
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    private static Set<String> pages(List<WebPage> links) {
        return links.stream().map(WebPage::page).collect(Collectors.toUnmodifiableSet());
    }

    private static List<WebPage> ordinaryPages(List<WebPage> links) {
        return links.stream().filter(link -> link.account() == null).toList();
    }

    private static List<NormalizedAccount> accounts(MatchRecord record, List<WebPage> links) {
        Set<NormalizedAccount> accounts = new LinkedHashSet<>();
        record.accounts().forEach(account -> accounts.add(NormalizedAccount.of(account)));
        if (record.kind() == RecordKind.CLIENT) {
            for (WebPage link : links) {
                RecordAccount account = link.account();
                if (account != null) {
                    accounts.add(NormalizedAccount.of(account));
                }
            }
        }
        return List.copyOf(accounts);
    }

    private static ParsedName name(MatchRecord record, List<WebPage> links) {
        List<String> aliases = new ArrayList<>();
        record.values(RecordField.NICKNAME).forEach(nick -> aliases.addAll(PersonNameParser.words(nick)));
        ParsedName whole = whole(record);
        aliases.addAll(whole.aliases());
        List<String> given = words(record, RecordField.GIVEN_NAME);
        List<String> family = words(record, RecordField.FAMILY_NAME);
        given.addAll(words(record, RecordField.MIDDLE_NAME));
        if (given.isEmpty() && family.isEmpty()) {
            given = new ArrayList<>(whole.middle());
            if (!whole.given().isEmpty()) {
                given.add(0, whole.given());
            }
            family = whole.familyParts().isEmpty() ? nonEmpty(whole.family()) : whole.familyParts();
        } else if (!whole.given().isEmpty() && !given.contains(whole.given()) && !family.contains(whole.given())) {
            aliases.add(whole.given());
        }
        for (WebPage link : links) {
            addAlias(link.label(), aliases, String.join("", family));
        }
        return PersonNameParser.ofParts(given, family, List.copyOf(new LinkedHashSet<>(aliases)));
    }

    /** A domain named after a person often spells the given name they use. */
    private static void addAlias(String label, List<String> aliases, String family) {
        if (family.length() > 2 && label.endsWith(family) && label.length() > family.length() + 1) {
            aliases.add(label.substring(0, label.length() - family.length()));
        }
    }

    private static ParsedName whole(MatchRecord record) {
        for (RecordField field : List.of(RecordField.FULL_NAME, RecordField.DISPLAY_NAME)) {
            for (String value : record.values(field)) {
                if (!CommonValues.isTooCommon(value)) {
                    return PersonNameParser.parse(value);
                }
            }
        }
        return PersonNameParser.ofParts(List.of(), List.of(), List.of());
    }

    private static List<String> words(MatchRecord record, RecordField field) {
        List<String> words = new ArrayList<>();
        for (String value : record.values(field)) {
            if (!CommonValues.isTooCommon(value)
                    || TextNormalizer.letters(value).length() == 1) {
                words.addAll(PersonNameParser.words(value));
            }
        }
        return words;
    }

    private static List<String> nonEmpty(String word) {
        return word.isEmpty() ? List.of() : List.of(word);
    }

    public List<String> words(RecordField field) {
        return words.getOrDefault(field, List.of());
    }

    /** Returns the first value of a field; empty if it has none. */
    public String firstWord(RecordField field) {
        List<String> values = words(field);
        return values.isEmpty() ? "" : values.get(0);
    }
}
