package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.EmailAddressParser;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects the e-mail addresses and telephone numbers of one row, from all cells that have some, each once. */
final class RowContacts {

    /** The maximum number of values of each kind. */
    static final int MAX = 10;

    private final BiConsumer<String, String> warnings;
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<String> implied = new LinkedHashSet<>();
    /** Cells with telephone numbers by column, those with mobile numbers first. */
    private final List<Map<String, String>> phoneCells = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());

    /** Creates a collection for one row; warnings receive the column and the message. */
    RowContacts(BiConsumer<String, String> warnings) {
        this.warnings = warnings;
    }

    /** Adds the addresses of a cell. Returns false if it has none. */
    boolean addEmails(String column, String cell) {
        if (!ContactHasher.isEmailAddress(cell)) {
            return false;
        }
        var found = EmailAddressParser.parse(cell);
        var all = found.isEmpty() ? List.of(ContactHasher.normalizeEmail(cell)) : found;
        all.stream().limit(Math.max(0, MAX - emails.size())).forEach(emails::add);
        if (!emails.containsAll(all)) {
            warnings.accept(column, "has more e-mail addresses than the maximum of " + MAX + "; the first were used.");
        }
        return true;
    }

    /** Adds the address that stands as the id or the name of the client. */
    void addImplied(@Nullable String text) {
        AccountAddress.findWithin(text).map(ContactHasher::normalizeEmail).ifPresent(implied::add);
    }

    /** Adds a cell with telephone numbers. Mobile numbers come first, because they belong to one person more often. */
    void addPhones(String column, String cell, boolean mobile) {
        phoneCells.get(mobile ? 0 : 1).put(column, cell);
    }

    /** The addresses, in the order of the columns. */
    List<String> emails() {
        var all = new LinkedHashSet<>(emails);
        all.addAll(implied);
        return all.stream().limit(MAX).toList();
    }

    /**
     * The telephone numbers in digits.
     *
     * @param country the country on the row
     * @param fallback the country of the brand
     */
    List<String> phones(@Nullable String country, @Nullable String fallback) {
        var numbers = new LinkedHashSet<String>();
        for (var cells : phoneCells) {
            cells.forEach((column, cell) -> {
                var found = PhoneNumberParser.parse(cell, country, fallback);
                if (found.isEmpty()) {
                    warnings.accept(column, "is not a telephone number of 6 to 15 digits and was ignored.");
                }
                numbers.addAll(found);
                if (numbers.size() > MAX) {
                    warnings.accept(
                            column, "has more telephone numbers than the maximum of " + MAX + "; the first were used.");
                }
            });
        }
        return new ArrayList<>(numbers).subList(0, Math.min(MAX, numbers.size()));
    }
}
