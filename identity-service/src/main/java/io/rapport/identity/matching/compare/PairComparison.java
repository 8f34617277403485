package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.record.WebPage;
import io.rapport.identity.matching.text.StringSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies all comparison rules to a pair of records. The result is symmetric. */
public final class PairComparison {

    private final ValueFrequencies frequencies;
    private final NameComparison names;
    private final HandleNameComparison handleNames;

    public PairComparison(ValueFrequencies frequencies, Set<String> affixes) {
        this.frequencies = frequencies;
        this.names = new NameComparison(frequencies);
        this.handleNames = new HandleNameComparison(frequencies, affixes);
    }

    /** Returns the findings; a rule yields none if either record lacks the value. */
    public List<RuleFinding> compare(NormalizedRecord a, NormalizedRecord b) {
        List<RuleFinding> findings = new ArrayList<>(12);
        findings.addAll(names.compare(a.name(), b.name()));
        handles(a, b, findings);
        dates(a, b, findings);
        email(a, b, findings);
        exact(ComparisonRule.PHONE, RecordField.PHONE_HASH, a, b, findings);
        streets(a, b, findings);
        spelled(ComparisonRule.CITY, RecordField.CITY, a, b, findings);
        spelled(ComparisonRule.POSTCODE, RecordField.POSTCODE, a, b, findings);
        exact(ComparisonRule.REGION, RecordField.REGION, a, b, findings);
        exact(ComparisonRule.COUNTRY, RecordField.COUNTRY, a, b, findings);
        spelled(ComparisonRule.ORGANISATION, RecordField.ORGANISATION, a, b, findings);
        links(a, b, findings);
        location(a, b, findings);
        return findings;
    }

    public HandleNameParse parseHandle(String letters, NormalizedRecord person) {
        return handleNames.parse(letters, NameFragment.of(person, letters));
    }

    private void handles(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        if (a.kind() == b.kind()) {
            sameHandles(a, b, findings);
        }
        NormalizedRecord handle = a.kind() == RecordKind.HANDLE ? a : b;
        NormalizedRecord person = handle == a ? b : a;
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

    private void spelled(NormalizedRecord handle, NormalizedRecord person, List<RuleFinding> findings) {
        if (handle.name().isEmpty() && person.name().isEmpty()) {
            return;
        }
        for (NormalizedAccount account : handle.accounts()) {
            if (account.isDistinctive()) {
                HandleNameParse parse = parseHandle(account.letters(), person);
                findings.add(handleNames.finding(account.letters(), parse, person.name()));
                if (!parse.affix().isEmpty() && !person.links().isEmpty()) {
                    String domain = person.links().get(0).domain();
                    findings.add(RuleFinding.of(ComparisonRule.HANDLE_BESIDE, 0, parse.affix(), domain));
                }
                String region = person.firstWord(RecordField.REGION);
                if (parse.place() || !region.isEmpty() && parse.level() != HandleNameParse.NONE) {
                    findings.add(RuleFinding.of(
                            ComparisonRule.HANDLE_PLACE, parse.place() ? 0 : 1, account.letters(), region));
                }
            }
        }
    }

    private static void sameHandles(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        for (NormalizedAccount x : a.accounts()) {
            for (NormalizedAccount y : b.accounts()) {
                if (x.isDistinctive() && y.isDistinctive() && !x.channel().equals(y.channel())) {
                    findings.add(RuleFinding.of(
                            ComparisonRule.HANDLE, handleLevel(x.letters(), y.letters()), x.letters(), y.letters()));
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
        return within || shorter >= 8 && StringSimilarity.edits(x, y) == 1 ? 1 : 2;
    }

    private void dates(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        String x = a.firstWord(RecordField.BIRTH_DATE);
        String y = b.firstWord(RecordField.BIRTH_DATE);
        if (!x.isEmpty() && !y.isEmpty()) {
            RuleFinding finding = RuleFinding.of(ComparisonRule.BIRTH_DATE, DateComparison.level(x, y), x, y);
            findings.add(
                    finding.level() == 0
                            ? finding.withChance(Math.max(
                                    1e-4, frequencies.share(RecordField.BIRTH_DATE, x, ComparisonRule.BIRTH_DATE.u(0))))
                            : finding);
        }
    }

    private void email(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        if (a.words(RecordField.EMAIL_HASH).isEmpty()
                || b.words(RecordField.EMAIL_HASH).isEmpty()) {
            return;
        }
        List<RecordField> parts =
                List.of(RecordField.EMAIL_HASH, RecordField.EMAIL_LOCAL_HASH, RecordField.EMAIL_DOMAIN_HASH);
        for (int level = 0; level < parts.size(); level++) {
            String same = shared(parts.get(level), a, b);
            if (!same.isEmpty()) {
                findings.add(RuleFinding.of(ComparisonRule.EMAIL, level, same, same)
                        .withChance(frequencies.share(parts.get(level), same, ComparisonRule.EMAIL.u(level))));
                return;
            }
        }
        findings.add(RuleFinding.of(
                ComparisonRule.EMAIL, 3, a.firstWord(RecordField.EMAIL_HASH), b.firstWord(RecordField.EMAIL_HASH)));
    }

    private static String shared(RecordField field, NormalizedRecord a, NormalizedRecord b) {
        List<String> others = b.words(field);
        return a.words(field).stream()
                .filter(others::contains)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private void exact(
            ComparisonRule rule,
            RecordField field,
            NormalizedRecord a,
            NormalizedRecord b,
            List<RuleFinding> findings) {
        if (!a.words(field).isEmpty() && !b.words(field).isEmpty()) {
            String same = shared(field, a, b);
            findings.add(
                    same.isEmpty()
                            ? RuleFinding.of(rule, rule.levels() - 1, a.firstWord(field), b.firstWord(field))
                            : RuleFinding.of(rule, 0, same, same)
                                    .withChance(frequencies.share(field, same, rule.u(0))));
        }
    }

    private void spelled(
            ComparisonRule rule,
            RecordField field,
            NormalizedRecord a,
            NormalizedRecord b,
            List<RuleFinding> findings) {
        if (a.words(field).isEmpty() || b.words(field).isEmpty()) {
            return;
        }
        String same = shared(field, a, b);
        if (!same.isEmpty()) {
            findings.add(RuleFinding.of(rule, 0, same, same).withChance(frequencies.share(field, same, rule.u(0))));
            return;
        }
        String x = a.firstWord(field);
        String y = b.firstWord(field);
        findings.add(RuleFinding.of(rule, NameComparison.spelling(x, y, 1, 2) == 1 ? 1 : 2, x, y));
    }

    private static void streets(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        List<String> x = a.words(RecordField.STREET);
        List<String> y = b.words(RecordField.STREET);
        if (!x.isEmpty() && !y.isEmpty()) {
            findings.add(RuleFinding.of(ComparisonRule.STREET, WordsComparison.level(x, y), x.get(0), y.get(0)));
        }
    }

    private static void links(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        if (a.isNamedBy(b)
                || b.isNamedBy(a)
                || !a.webfingerSubject().isEmpty() && a.webfingerSubject().equals(b.webfingerSubject())) {
            String subject = "acct:" + (a.webfingerSubject().isEmpty() ? b : a).webfingerSubject();
            findings.add(RuleFinding.of(ComparisonRule.NAMED, 0, subject, subject));
            return;
        }
        if (a.links().isEmpty() || b.links().isEmpty()) {
            return;
        }
        for (WebPage link : a.links()) {
            if (b.links().contains(link)) {
                findings.add(RuleFinding.of(ComparisonRule.LINK, 0, link.page(), link.page()));
                return;
            }
        }
        findings.add(RuleFinding.of(
                ComparisonRule.LINK,
                1,
                a.links().get(0).page(),
                b.links().get(0).page()));
    }

    private static void location(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        NormalizedRecord free = a.words(RecordField.LOCATION).isEmpty() ? b : a;
        NormalizedRecord other = free == a ? b : a;
        String location = free.firstWord(RecordField.LOCATION);
        String place = other.words(RecordField.LOCATION).isEmpty()
                ? other.firstWord(RecordField.CITY)
                : other.firstWord(RecordField.LOCATION);
        if (!location.isEmpty() && !place.isEmpty()) {
            boolean same = (" " + location + " ").contains(" " + place + " ")
                    || (" " + place + " ").contains(" " + location + " ");
            findings.add(RuleFinding.of(ComparisonRule.LOCATION, same ? 0 : 1, location, place));
        }
    }
}
