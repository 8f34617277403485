package io.rapport.ingest.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of a column, as far as they were looked at, say of it. */
record ColumnValues(List<String> values) {

    static final Pattern LINK = Pattern.compile("(https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    private static final double MOST = 0.8;
    private static final Pattern SEPARATED =
            Pattern.compile("\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*\\d{2,4}\\s*");

    /** What values of this kind are, whatever their column is called. */
    Optional<Target> guess() {
        if (most(ContactHashes::isAddress)) {
            return Optional.of(Target.of(ClientField.EMAIL));
        }
        if (most(ColumnValues::isInternational)) {
            return Optional.of(Target.of(ClientField.PHONE));
        }
        return most(value -> LINK.matcher(value.strip()).matches())
                ? Optional.of(Target.of(ClientField.LINK))
                : Optional.empty();
    }

    /** Whether there is anything that could be what the name suggests. */
    boolean speakFor(Target target) {
        return switch (target.field()) {
            case EMAIL -> values.isEmpty() || values.stream().anyMatch(ContactHashes::isAddress);
            case PHONE, MOBILE ->
                values.isEmpty()
                        || values.stream()
                                .anyMatch(value ->
                                        PhoneNumbers.digits(value, null).isPresent());
            case BIRTH_DATE -> values.isEmpty() || values.stream().anyMatch(value -> BirthDates.canBeRead(value));
            default -> true;
        };
    }

    /** Some month is above 12 if days are read first. */
    boolean monthsStandFirst() {
        return part(2, 13) && !part(1, 13);
    }

    /** Nothing tells days from months. */
    boolean daysCouldBeMonths() {
        return part(1, 1) && part(1, 13) == part(2, 13) && values.stream().anyMatch(value -> value.indexOf('/') > 0);
    }

    private boolean part(int group, int least) {
        return values.stream()
                .map(SEPARATED::matcher)
                .anyMatch(matcher -> matcher.matches() && Integer.parseInt(matcher.group(group)) >= least);
    }

    private boolean most(Predicate<String> what) {
        return !values.isEmpty() && values.stream().filter(what).count() >= MOST * values.size();
    }

    private static boolean isInternational(String value) {
        return value.strip().startsWith("+") && PhoneNumbers.digits(value, null).isPresent();
    }
}
