package io.rapport.ingest.domain.column;

import io.rapport.ingest.domain.text.BirthDateParser;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.PhoneNumberParser;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of a column, as far as they were looked at, say of it. */
public record ColumnValueClassifier(List<String> values) {

    public static final Pattern LINK = Pattern.compile("(https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private static final double MIN_SHARE = 0.8;
    private static final Pattern SEPARATED =
            Pattern.compile("\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*\\d{2,4}\\s*");

    /** What values of this kind are, whatever their column is called. */
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

    /** Whether there is anything that could be what the name suggests. */
    boolean supports(ColumnTarget target) {
        return switch (target.field()) {
            case EMAIL -> values.isEmpty() || values.stream().anyMatch(ContactHasher::isEmailAddress);
            case PHONE, MOBILE ->
                values.isEmpty()
                        || values.stream()
                                .anyMatch(value ->
                                        PhoneNumberParser.toDigits(value, null).isPresent());
            case BIRTH_DATE -> values.isEmpty() || values.stream().anyMatch(value -> BirthDateParser.isDate(value));
            default -> true;
        };
    }

    /** Some month is above 12 if days are read first. */
    boolean isMonthFirst() {
        return anyPartAtLeast(2, 13) && !anyPartAtLeast(1, 13);
    }

    /** Nothing tells days from months. */
    boolean isDayMonthOrderAmbiguous() {
        return anyPartAtLeast(1, 1) && anyPartAtLeast(1, 13) == anyPartAtLeast(2, 13) && values.stream().anyMatch(value -> value.indexOf('/') > 0);
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
        return value.strip().startsWith("+") && PhoneNumberParser.toDigits(value, null).isPresent();
    }
}
