package io.rapport.ingest.domain;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientHandle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a client list by what their columns are. A row is refused where what tells who it is cannot be right; what
 * only helps to recognise them, such as a birth date, is left out with a warning.
 */
final class ClientReader {

    private static final int MAX_ID = 512;
    private static final int MAX_FIELD = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_FIELDS = 100;
    private static final String PIECES = ", ";

    private final ClientColumns columns;
    private final LocalDate today;

    ClientReader(ClientColumns columns, LocalDate today) {
        this.columns = columns;
        this.today = today;
    }

    /**
     * Reads a row.
     *
     * @throws NotAccepted if it cannot be taken
     */
    ClientRow read(Map<?, ?> cells) {
        var reading = new Reading(Fields.of(cells));
        for (var column : cells.keySet()) {
            reading.take(String.valueOf(column));
        }
        return reading.row();
    }

    /** One row on its way. */
    private final class Reading {

        private final Fields cells;
        private final Map<ClientField, String> texts = new EnumMap<>(ClientField.class);
        private final List<ClientHandle> handles = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Map<String, String> fields = new TreeMap<>();
        private final Map<String, String> warnings = new TreeMap<>();
        private @Nullable String phoneColumn;
        private boolean afterHouseNumber;

        Reading(Fields cells) {
            this.cells = cells;
        }

        ClientRow row() {
            phone();
            var row = new ClientRow(texts, List.copyOf(handles), List.copyOf(links), fields, warnings);
            if (row.name() == null && texts.keySet().stream().noneMatch(Reading::tellsWho) && handles.isEmpty()) {
                throw new NotAccepted(
                        RejectionCode.MISSING_FIELD,
                        "Nothing in the row says who it is: it has no id, name, e-mail address, telephone number or handle.");
            }
            return row;
        }

        void take(String column) {
            var target = columns.target(column);
            switch (target.field()) {
                case IGNORE -> {}
                case CLIENT -> texts.putIfAbsent(ClientField.CLIENT, cells.requiredId(column, MAX_ID));
                case EMAIL -> email(column);
                case PHONE, MOBILE -> phone(column, target.is(ClientField.MOBILE));
                case BIRTH_DATE -> birthDate(column, target.isMonthFirst());
                case HOUSE_NUMBER, STREET -> street(column, target.is(ClientField.HOUSE_NUMBER));
                case LINK -> link(column);
                case HANDLE -> handle(column, String.valueOf(target.detail()));
                case FIELD -> field(column, column);
                case MIDDLE_NAME, NICKNAME -> field(column, target.field().word());
                default -> text(column, target.field());
            }
        }

        private static boolean tellsWho(ClientField field) {
            return switch (field) {
                case CLIENT, EMAIL, PHONE, ORGANISATION -> true;
                default -> false;
            };
        }

        private @Nullable String line(String column) {
            var line = cells.line(column, MAX_FIELD);
            return line == null || Texts.isInvisible(line) ? null : Struck.addresses(line);
        }

        private void text(String column, ClientField field) {
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
                throw NotAccepted.invalid(column, "is one column too many; at most " + MAX_FIELDS + " are kept.");
            }
            fields.put(Struck.addresses(name), line);
        }

        private void email(String column) {
            var address = cells.line(column, ContactHashes.MAX_ADDRESS);
            if (address == null || texts.containsKey(ClientField.EMAIL)) {
                return;
            }
            if (ContactHashes.isAddress(address)) {
                texts.put(ClientField.EMAIL, ContactHashes.normalise(address));
            } else if (address.contains("@")) {
                warnings.put(column, "is no whole e-mail address, and was left out.");
            } else {
                throw NotAccepted.invalid(column, "is not an e-mail address.");
            }
        }

        /** A mobile is one person's own more often than a telephone is. */
        private void phone(String column, boolean mobile) {
            if (phoneColumn == null || mobile && !columns.target(phoneColumn).is(ClientField.MOBILE)) {
                phoneColumn = column;
            }
        }

        private void phone() {
            var number = phoneColumn == null ? null : cells.line(phoneColumn, MAX_FIELD);
            if (phoneColumn != null && number != null) {
                PhoneNumbers.digits(number, texts.get(ClientField.COUNTRY))
                        .ifPresentOrElse(
                                digits -> texts.put(ClientField.PHONE, digits),
                                () -> warnings.put(
                                        phoneColumn, "is no telephone number of 6 to 15 digits, and was left out."));
            }
        }

        private void birthDate(String column, boolean monthFirst) {
            var text = cells.line(column, MAX_FIELD);
            if (text != null && !texts.containsKey(ClientField.BIRTH_DATE)) {
                BirthDates.read(text, monthFirst, today)
                        .ifPresentOrElse(
                                date -> texts.put(ClientField.BIRTH_DATE, date.toString()),
                                () -> warnings.put(column, "is no birth date, and was left out."));
            }
        }

        private void street(String column, boolean houseNumber) {
            var line = line(column);
            if (line != null) {
                var between = houseNumber || afterHouseNumber ? " " : PIECES;
                texts.merge(ClientField.STREET, line, (before, after) -> before + between + after);
                afterHouseNumber = houseNumber;
            }
        }

        private void link(String column) {
            for (var link : cells.lines(column, MAX_FIELDS, MAX_URL)) {
                if (link.contains("://") || ColumnValues.LINK.matcher(link).matches() || link.contains(".")) {
                    links.add(link);
                } else {
                    warnings.put(column, "is no link, and was left out.");
                }
            }
        }

        private void handle(String column, String channel) {
            var account = AccountCell.read(cells.requiredId(column, MAX_URL), channel);
            if (account.link() != null) {
                links.add(account.link());
            }
            var handle = account.handle();
            if (handle == null && account.link() == null || handle != null && handle.length() > MAX_ID) {
                throw NotAccepted.invalid(
                        column, "is not an account: it is empty, or longer than " + MAX_ID + " characters.");
            }
            if (handle != null) {
                handles.add(new ClientHandle(channel, handle));
            }
        }
    }
}
