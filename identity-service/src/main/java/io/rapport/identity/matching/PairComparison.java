package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts every rule to a pair of records. The order of the two never matters. */
final class PairComparison {

    private final Terms terms;
    private final NameComparison names;
    private final HandleNameComparison handleNames;

    private record Pair(Profile a, Profile b) {}

    PairComparison(Terms terms, Set<String> affixes) {
        this.terms = terms;
        this.names = new NameComparison(terms);
        this.handleNames = new HandleNameComparison(terms, affixes);
    }

    /** What was found; a rule for which one side says nothing finds nothing. */
    List<Finding> compare(Profile a, Profile b) {
        List<Finding> findings = new ArrayList<>(12);
        Pair pair = new Pair(a, b);
        findings.addAll(names.compare(a.name(), b.name()));
        handles(a, b, findings);
        dates(a, b, findings);
        email(a, b, findings);
        exact(Rule.PHONE, Field.PHONE_HASH, pair, findings);
        streets(a, b, findings);
        spelled(Rule.CITY, Field.CITY, pair, findings);
        spelled(Rule.POSTCODE, Field.POSTCODE, pair, findings);
        exact(Rule.REGION, Field.REGION, pair, findings);
        exact(Rule.COUNTRY, Field.COUNTRY, pair, findings);
        spelled(Rule.ORGANISATION, Field.ORGANISATION, pair, findings);
        links(a, b, findings);
        location(a, b, findings);
        return findings;
    }

    HandleReading read(String letters, Profile person) {
        return handleNames.read(letters, NamePiece.of(person, letters));
    }

    private void handles(Profile a, Profile b, List<Finding> findings) {
        if (a.kind() == b.kind()) {
            sameHandles(a, b, findings);
        }
        Profile handle = a.kind() == RecordKind.HANDLE ? a : b;
        Profile person = handle == a ? b : a;
        if (handle.kind() == RecordKind.HANDLE
                && handle.name().isEmpty()
                && !person.name().isEmpty()) {
            spelled(handle, person, findings);
        } else if (handle.kind() == RecordKind.HANDLE
                && a.kind() == b.kind()
                && person.name().isEmpty()) {
            spelled(person, handle, findings);
        } else if (a.kind() != b.kind() && !person.name().isEmpty()) {
            spelled(handle, person, findings);
        }
    }

    private void spelled(Profile handle, Profile person, List<Finding> findings) {
        if (handle.name().isEmpty() && person.name().isEmpty()) {
            return;
        }
        for (AccountForm account : handle.accounts()) {
            if (account.isTelling()) {
                HandleReading reading = read(account.letters(), person);
                findings.add(handleNames.finding(account.letters(), reading, person.name()));
                if (!reading.affix().isEmpty() && !person.links().isEmpty()) {
                    String domain = person.links().get(0).domain();
                    findings.add(Finding.of(Rule.HANDLE_BESIDE, 0, reading.affix(), domain));
                }
                String region = person.word(Field.REGION);
                if (reading.place() || !region.isEmpty() && reading.level() != HandleNameComparison.NONE) {
                    findings.add(Finding.of(Rule.HANDLE_PLACE, reading.place() ? 0 : 1, account.letters(), region));
                }
            }
        }
    }

    private static void sameHandles(Profile a, Profile b, List<Finding> findings) {
        for (AccountForm x : a.accounts()) {
            for (AccountForm y : b.accounts()) {
                if (x.isTelling() && y.isTelling() && !x.channel().equals(y.channel())) {
                    findings.add(
                            Finding.of(Rule.HANDLE, handleLevel(x.letters(), y.letters()), x.letters(), y.letters()));
                    return;
                }
            }
        }
    }

    private static int handleLevel(String x, String y) {
        if (x.equals(y)) {
            return x.length() >= 5 ? 0 : 1;
        }
        int shorter = Math.min(x.length(), y.length());
        boolean within = shorter >= 7 && (x.contains(y) || y.contains(x));
        return within || shorter >= 8 && Similarity.edits(x, y) == 1 ? 1 : 2;
    }

    private void dates(Profile a, Profile b, List<Finding> findings) {
        String x = a.word(Field.BIRTH_DATE);
        String y = b.word(Field.BIRTH_DATE);
        if (!x.isEmpty() && !y.isEmpty()) {
            Finding finding = Finding.of(Rule.BIRTH_DATE, DateComparison.level(x, y), x, y);
            findings.add(
                    finding.level() == 0
                            ? finding.shared(Math.max(1e-4, terms.share(Field.BIRTH_DATE, x, Rule.BIRTH_DATE.u(0))))
                            : finding);
        }
    }

    private void email(Profile a, Profile b, List<Finding> findings) {
        if (a.words(Field.EMAIL_HASH).isEmpty() || b.words(Field.EMAIL_HASH).isEmpty()) {
            return;
        }
        List<Field> parts = List.of(Field.EMAIL_HASH, Field.EMAIL_LOCAL_HASH, Field.EMAIL_DOMAIN_HASH);
        for (int level = 0; level < parts.size(); level++) {
            String same = shared(parts.get(level), a, b);
            if (!same.isEmpty()) {
                findings.add(Finding.of(Rule.EMAIL, level, same, same)
                        .shared(terms.share(parts.get(level), same, Rule.EMAIL.u(level))));
                return;
            }
        }
        findings.add(Finding.of(Rule.EMAIL, 3, a.word(Field.EMAIL_HASH), b.word(Field.EMAIL_HASH)));
    }

    private static String shared(Field field, Profile a, Profile b) {
        List<String> others = b.words(field);
        return a.words(field).stream()
                .filter(others::contains)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private void exact(Rule rule, Field field, Pair pair, List<Finding> findings) {
        Profile a = pair.a();
        Profile b = pair.b();
        if (!a.words(field).isEmpty() && !b.words(field).isEmpty()) {
            String same = shared(field, a, b);
            findings.add(
                    same.isEmpty()
                            ? Finding.of(rule, rule.levels() - 1, a.word(field), b.word(field))
                            : Finding.of(rule, 0, same, same).shared(terms.share(field, same, rule.u(0))));
        }
    }

    private void spelled(Rule rule, Field field, Pair pair, List<Finding> findings) {
        Profile a = pair.a();
        Profile b = pair.b();
        if (a.words(field).isEmpty() || b.words(field).isEmpty()) {
            return;
        }
        String same = shared(field, a, b);
        if (!same.isEmpty()) {
            findings.add(Finding.of(rule, 0, same, same).shared(terms.share(field, same, rule.u(0))));
            return;
        }
        String x = a.word(field);
        String y = b.word(field);
        findings.add(Finding.of(rule, NameComparison.spelling(x, y, 1, 2) == 1 ? 1 : 2, x, y));
    }

    private static void streets(Profile a, Profile b, List<Finding> findings) {
        List<String> x = a.words(Field.STREET);
        List<String> y = b.words(Field.STREET);
        if (!x.isEmpty() && !y.isEmpty()) {
            findings.add(Finding.of(Rule.STREET, WordsComparison.level(x, y), x.get(0), y.get(0)));
        }
    }

    private static void links(Profile a, Profile b, List<Finding> findings) {
        if (a.isNamedBy(b)
                || b.isNamedBy(a)
                || !a.subject().isEmpty() && a.subject().equals(b.subject())) {
            String subject = "acct:" + (a.subject().isEmpty() ? b : a).subject();
            findings.add(Finding.of(Rule.NAMED, 0, subject, subject));
            return;
        }
        if (a.links().isEmpty() || b.links().isEmpty()) {
            return;
        }
        for (Link link : a.links()) {
            if (b.links().contains(link)) {
                findings.add(Finding.of(Rule.LINK, 0, link.page(), link.page()));
                return;
            }
        }
        findings.add(Finding.of(
                Rule.LINK, 1, a.links().get(0).page(), b.links().get(0).page()));
    }

    private static void location(Profile a, Profile b, List<Finding> findings) {
        Profile free = a.words(Field.LOCATION).isEmpty() ? b : a;
        Profile other = free == a ? b : a;
        String location = free.word(Field.LOCATION);
        String place = other.words(Field.LOCATION).isEmpty() ? other.word(Field.CITY) : other.word(Field.LOCATION);
        if (!location.isEmpty() && !place.isEmpty()) {
            boolean same = (" " + location + " ").contains(" " + place + " ")
                    || (" " + place + " ").contains(" " + location + " ");
            findings.add(Finding.of(Rule.LOCATION, same ? 0 : 1, location, place));
        }
    }
}
