package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.PersonNameRules;
import io.rapport.contracts.account.AccountCellResolver;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.column.ColumnValueClassifier;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.BirthDateParser;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a client list by the mapping of their columns. A row with an invalid identifying value is rejected; an
 * invalid value that only supports matching, such as a birth date, is ignored with a warning. A row without a name that has the
 * order number of the row before it is a further line of that order, and is read as a row of the same client.
 */
final class ClientRowReader {

    private static final int MAX_FIELD = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_FIELDS = 100;
    private static final String ADDRESS_SEPARATOR = ", ";

    private final ClientListColumns columns;
    private final LocalDate today;
    private final @Nullable String country;
    private final List<String> nameColumns;
    private @Nullable String orderBefore;
    private @Nullable ClientRow rowBefore;

    /**
     * Creates a reader.
     *
     * @param country the code of the brand's country; null when it has none
     */
    ClientRowReader(ClientListColumns columns, LocalDate today, @Nullable String country) {
        this.columns = columns;
        this.today = today;
        this.country = country;
        this.nameColumns = columns.nameColumns();
    }

    /**
     * Reads a row.
     *
     * @throws InputRejectedException if the row is rejected
     */
    ClientRow read(Map<?, ?> cells) {
        var cleaned = columns.clean(cells);
        var builder = new RowBuilder(InputFields.of(cleaned));
        for (var column : cleaned.keySet()) {
            builder.readColumn(String.valueOf(column));
        }
        var order = orderNumber(cleaned);
        var row = builder.build(order != null && order.equals(orderBefore) ? rowBefore : null);
        orderBefore = order;
        rowBefore = row;
        return row;
    }

    /** The number that stands where a name is expected. */
    private @Nullable String orderNumber(Map<String, Object> cells) {
        return nameColumns.stream()
                .map(column -> cells.getOrDefault(column, "").toString())
                .filter(cell -> !cell.isEmpty() && !PersonNameRules.isName(cell))
                .findFirst()
                .orElse(null);
    }

    /** Collects the values of one row. */
    private final class RowBuilder {

        private final InputFields cells;
        private final Map<ClientListField, String> texts = new EnumMap<>(ClientListField.class);
        private final List<ClientHandle> handles = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Map<String, String> fields = new TreeMap<>();
        private final Map<String, String> warnings = new TreeMap<>();
        private final RowContacts contacts = new RowContacts(warnings::put);
        private boolean afterHouseNumber;

        RowBuilder(InputFields cells) {
            this.cells = cells;
        }

        /** Builds the row; the order's first row completes it if it has no name. */
        ClientRow build(@Nullable ClientRow orderRow) {
            var emails = contacts.emails();
            var phones = contacts.phones(texts.get(ClientListField.COUNTRY), country);
            emails.stream().findFirst().ifPresent(first -> texts.put(ClientListField.EMAIL, first));
            phones.stream().findFirst().ifPresent(first -> texts.put(ClientListField.PHONE, first));
            var read = new ClientRow(texts, emails, phones, List.copyOf(handles), List.copyOf(links), fields, warnings);
            var row = orderRow == null || read.name() != null ? read : read.completedBy(orderRow);
            if (row.name() == null
                    && row.texts().keySet().stream().noneMatch(RowBuilder::identifiesClient)
                    && row.handles().isEmpty()) {
                throw new InputRejectedException(
                        RejectionCode.MISSING_FIELD,
                        "The row identifies no client: it has no id, name, e-mail address, telephone number or"
                                + " handle.");
            }
            return row;
        }

        void readColumn(String column) {
            var target = columns.target(column);
            switch (target.field()) {
                case IGNORE -> {}
                case CLIENT -> client(column);
                case NAME -> name(column);
                case EMAIL -> email(column);
                case PHONE, MOBILE -> phone(column, target.is(ClientListField.MOBILE));
                case BIRTH_DATE -> birthDate(column, target.isMonthFirst());
                case HOUSE_NUMBER, STREET -> street(column, target.is(ClientListField.HOUSE_NUMBER));
                case LINK -> link(column);
                case HANDLE -> handle(column, String.valueOf(target.detail()));
                case FIELD -> field(column, column);
                case MIDDLE_NAME, NICKNAME -> field(column, target.field().word());
                default -> text(column, target.field());
            }
        }

        private static boolean identifiesClient(ClientListField field) {
            return switch (field) {
                case CLIENT, EMAIL, PHONE, ORGANISATION -> true;
                default -> false;
            };
        }

        private @Nullable String line(String column) {
            var line = cells.line(column, MAX_FIELD);
            return line == null || TextCleaner.isInvisible(line) ? null : ContactRedactor.redactEmails(line);
        }

        private void text(String column, ClientListField field) {
            var line = line(column);
            if (line != null) {
                texts.putIfAbsent(field, line);
            }
        }

        private void field(String column, String name) {
            var line = line(column);
            if (line == null) {
                return;
            }
            if (fields.size() == MAX_FIELDS) {
                throw InputRejectedException.invalid(
                        column, "exceeds the maximum of " + MAX_FIELDS + " extra columns.");
            }
            fields.put(ContactRedactor.redactEmails(name), line);
        }

        private void email(String column) {
            var cell = cells.line(column, RowContacts.MAX * ContactHasher.MAX_ADDRESS);
            if (cell == null || contacts.addEmails(column, cell)) {
                return;
            }
            if (cell.contains("@")
                    || !columns.isCertain(column)
                    || !contacts.emails().isEmpty()) {
                warnings.put(column, "is not a complete e-mail address and was ignored.");
            } else {
                throw InputRejectedException.invalid(column, "is not an e-mail address.");
            }
        }

        private void phone(String column, boolean mobile) {
            var cell = cells.line(column, MAX_FIELD);
            if (cell != null) {
                contacts.addPhones(column, cell, mobile);
            }
        }

        private void client(String column) {
            texts.putIfAbsent(ClientListField.CLIENT, cells.requiredId(column, InputFields.MAX_ID));
            contacts.addImplied(texts.get(ClientListField.CLIENT));
        }

        private void name(String column) {
            var cell = cells.line(column, MAX_FIELD);
            contacts.addImplied(cell);
            if (cell == null || PersonNameRules.isName(cell)) {
                text(column, ClientListField.NAME);
            } else {
                field(column, column);
            }
        }

        private void birthDate(String column, boolean monthFirst) {
            var text = cells.line(column, MAX_FIELD);
            if (text != null && !texts.containsKey(ClientListField.BIRTH_DATE)) {
                BirthDateParser.parse(text, monthFirst, today)
                        .ifPresentOrElse(
                                date -> texts.put(ClientListField.BIRTH_DATE, date.toString()),
                                () -> warnings.put(column, "is not a birth date and was ignored."));
            }
        }

        private void street(String column, boolean houseNumber) {
            var line = line(column);
            if (line != null) {
                var separator = houseNumber || afterHouseNumber ? " " : ADDRESS_SEPARATOR;
                texts.merge(ClientListField.STREET, line, (before, after) -> before + separator + after);
                afterHouseNumber = houseNumber;
            }
        }

        private void link(String column) {
            for (var link : cells.lines(column, MAX_FIELDS, MAX_URL)) {
                if (link.contains("://")
                        || ColumnValueClassifier.LINK.matcher(link).matches()
                        || link.contains(".")) {
                    links.add(link);
                } else {
                    warnings.put(column, "is not a link and was ignored.");
                }
            }
        }

        private void handle(String column, String channel) {
            var account = AccountCellResolver.resolve(cells.requiredId(column, MAX_URL), channel);
            if (account.link() != null) {
                links.add(account.link());
            }
            var handle = account.account();
            if (handle == null && account.link() == null || handle != null && handle.length() > InputFields.MAX_ID) {
                throw InputRejectedException.invalid(
                        column,
                        "is not an account: it is empty, or longer than " + InputFields.MAX_ID + " characters.");
            }
            if (handle != null) {
                handles.add(new ClientHandle(account.channel(), handle));
            }
        }
    }
}
