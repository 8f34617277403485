package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record brought to the form it is compared in.
 *
 * @param id the record's
 * @param kind the record's
 * @param accounts its accounts, those of its profile links included
 * @param name the best name it gives; its parts may be empty
 * @param words folded values by field, too common ones left out
 * @param links pages that are not profiles on a known channel
 * @param pages all its pages
 * @param me pages it links to as its own
 * @param subject the account its server says it is, as {@code name@host}; empty when it does not say
 */
record Profile(
        String id,
        RecordKind kind,
        List<AccountForm> accounts,
        PersonName name,
        Map<Field, List<String>> words,
        List<Link> links,
        Set<String> pages,
        Set<String> me,
        String subject) {

    static Profile of(MatchRecord record) {
        List<Link> links = links(record, Field.LINK);
        PersonName name = name(record, links);
        Map<Field, List<String>> words = new EnumMap<>(Field.class);
        for (Field field : List.of(Field.STREET, Field.CITY, Field.REGION, Field.COUNTRY, Field.LOCATION)) {
            put(words, field, TextFold.nonEmpty(record.values(field)));
        }
        put(
                words,
                Field.ORGANISATION,
                record.values(Field.ORGANISATION).stream()
                        .map(NameParser::organisation)
                        .filter(w -> !w.isEmpty())
                        .toList());
        put(
                words,
                Field.POSTCODE,
                record.values(Field.POSTCODE).stream()
                        .map(TextFold::letters)
                        .filter(w -> !w.isEmpty())
                        .toList());
        put(
                words,
                Field.BIRTH_DATE,
                record.values(Field.BIRTH_DATE).stream()
                        .map(TextFold::letters)
                        .filter(d -> d.matches("\\d{8}"))
                        .toList());
        for (Field field :
                List.of(Field.EMAIL_HASH, Field.EMAIL_LOCAL_HASH, Field.EMAIL_DOMAIN_HASH, Field.PHONE_HASH)) {
            put(
                    words,
                    field,
                    record.values(field).stream()
                            .map(String::strip)
                            .filter(h -> !h.isEmpty())
                            .toList());
        }
        return new Profile(
                record.id(),
                record.kind(),
                accounts(record, links),
                name,
                Map.copyOf(words),
                elsewhere(links),
                pages(links),
                pages(links(record, Field.REL_ME)),
                subject(record));
    }

    private static String subject(MatchRecord record) {
        return record.values(Field.WEBFINGER).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .map(value -> value.startsWith("acct:") ? value.substring("acct:".length()) : value)
                .filter(value -> value.indexOf('@') > 0)
                .findFirst()
                .orElse("");
    }

    /** Whether this account is the one that the other's server names. */
    boolean isNamedBy(Profile other) {
        String named = other.subject;
        if (named.isEmpty()) {
            return false;
        }
        return pages.contains(page(named))
                || accounts.stream().anyMatch(account -> account.name().equals(named));
    }

    /** The page such an account has on the servers that speak of it. */
    static String page(String subject) {
        int at = subject.indexOf('@');
        return subject.substring(at + 1) + "/@" + subject.substring(0, at);
    }

    private static void put(Map<Field, List<String>> words, Field field, List<String> values) {
        if (!values.isEmpty()) {
            words.put(field, values);
        }
    }

    private static List<Link> links(MatchRecord record, Field field) {
        List<Link> links = new ArrayList<>();
        for (String value : record.values(field)) {
            Link link = Link.of(value);
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    private static Set<String> pages(List<Link> links) {
        return links.stream().map(Link::page).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Link> elsewhere(List<Link> links) {
        return links.stream().filter(link -> link.account() == null).toList();
    }

    private static List<AccountForm> accounts(MatchRecord record, List<Link> links) {
        Set<AccountForm> accounts = new LinkedHashSet<>();
        record.accounts().forEach(account -> accounts.add(AccountForm.of(account)));
        if (record.kind() == RecordKind.CLIENT) {
            for (Link link : links) {
                Account account = link.account();
                if (account != null) {
                    accounts.add(AccountForm.of(account));
                }
            }
        }
        return List.copyOf(accounts);
    }

    private static PersonName name(MatchRecord record, List<Link> links) {
        List<String> aliases = new ArrayList<>();
        record.values(Field.NICKNAME).forEach(nick -> aliases.addAll(NameParser.words(nick)));
        PersonName whole = whole(record);
        aliases.addAll(whole.aliases());
        List<String> given = words(record, Field.GIVEN_NAME);
        List<String> family = words(record, Field.FAMILY_NAME);
        given.addAll(words(record, Field.MIDDLE_NAME));
        if (given.isEmpty() && family.isEmpty()) {
            given = new ArrayList<>(whole.middle());
            if (!whole.given().isEmpty()) {
                given.add(0, whole.given());
            }
            family = whole.familyParts().isEmpty() ? nonEmpty(whole.family()) : whole.familyParts();
        } else if (!whole.given().isEmpty() && !given.contains(whole.given()) && !family.contains(whole.given())) {
            aliases.add(whole.given());
        }
        for (Link link : links) {
            addAlias(link.label(), aliases, String.join("", family));
        }
        return NameParser.parts(given, family, List.copyOf(new LinkedHashSet<>(aliases)));
    }

    /** A page named after somebody often spells the given name they go by. */
    private static void addAlias(String label, List<String> aliases, String family) {
        if (family.length() > 2 && label.endsWith(family) && label.length() > family.length() + 1) {
            aliases.add(label.substring(0, label.length() - family.length()));
        }
    }

    private static PersonName whole(MatchRecord record) {
        for (Field field : List.of(Field.FULL_NAME, Field.DISPLAY_NAME)) {
            for (String value : record.values(field)) {
                if (!CommonValues.isTooCommon(value)) {
                    return NameParser.full(value);
                }
            }
        }
        return NameParser.parts(List.of(), List.of(), List.of());
    }

    private static List<String> words(MatchRecord record, Field field) {
        List<String> words = new ArrayList<>();
        for (String value : record.values(field)) {
            if (!CommonValues.isTooCommon(value) || TextFold.letters(value).length() == 1) {
                words.addAll(NameParser.words(value));
            }
        }
        return words;
    }

    private static List<String> nonEmpty(String word) {
        return word.isEmpty() ? List.of() : List.of(word);
    }

    List<String> words(Field field) {
        return words.getOrDefault(field, List.of());
    }

    /** The first value of a field; empty when it has none. */
    String word(Field field) {
        List<String> values = words(field);
        return values.isEmpty() ? "" : values.get(0);
    }
}
