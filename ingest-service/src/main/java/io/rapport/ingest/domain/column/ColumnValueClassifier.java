package io.rapport.ingest.domain.column;

import io.rapport.contracts.PersonNameRules;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.text.BirthDateParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Detects the field of a column from a sample of its values. */
public record ColumnValueClassifier(List<String> values) {

    public static final Pattern LINK = Pattern.compile("(https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private static final double MIN_SHARE = 0.8;
    private static final Pattern SEPARATED =
            Pattern.compile("\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*\\d{2,4}\\s*");

    /** Detects the field if at least 80 % of the values match. */
    Optional<ColumnTarget> classify() {
        if (mostMatch(ContactHasher::isEmailAddress)) {
            return Optional.of(ColumnTarget.of(ClientListField.EMAIL));
        }
        if (mostMatch(ColumnValueClassifier::isInternational)) {
            return Optional.of(ColumnTarget.of(ClientListField.PHONE));
        }
        return mostMatch(value -> LINK.matcher(value.strip()).matches())
                ? Optional.of(ColumnTarget.of(ClientListField.LINK))
                : Optional.empty();
    }

    /** Whether at least one value is valid for a target that the column name suggests. */
    boolean supports(ColumnTarget target) {
        return switch (target.field()) {
            case EMAIL -> values.isEmpty() || values.stream().anyMatch(ContactHasher::isEmailAddress);
            case PHONE, MOBILE ->
                values.isEmpty()
                        || values.stream()
                                .anyMatch(value ->
                                        PhoneNumberParser.toDigits(value, null).isPresent());
            case NAME -> !areOrderNumbers();
            case BIRTH_DATE -> values.isEmpty() || values.stream().anyMatch(value -> BirthDateParser.isDate(value));
            default -> true;
        };
    }

    /** Whether there are values, and all of them are numbers that name no person. */
    boolean areOrderNumbers() {
        return !values.isEmpty() && values.stream().noneMatch(PersonNameRules::isName);
    }

    /** Whether some value is only valid with the month first, and none only with the day first. */
    boolean isMonthFirst() {
        return anyPartAtLeast(2, 13) && !anyPartAtLeast(1, 13);
    }

    /** Whether the values do not determine the order of day and month. */
    boolean isDayMonthOrderAmbiguous() {
        return anyPartAtLeast(1, 1)
                && anyPartAtLeast(1, 13) == anyPartAtLeast(2, 13)
                && values.stream().anyMatch(value -> value.indexOf('/') > 0);
    }

    private boolean anyPartAtLeast(int group, int least) {
        return values.stream()
                .map(SEPARATED::matcher)
                .anyMatch(matcher -> matcher.matches() && Integer.parseInt(matcher.group(group)) >= least);
    }

    private boolean mostMatch(Predicate<String> what) {
        return !values.isEmpty() && values.stream().filter(what).count() >= MIN_SHARE * values.size();
    }

    private static boolean isInternational(String value) {
        return value.strip().startsWith("+")
                && PhoneNumberParser.toDigits(value, null).isPresent();
    }
}
