package io.rapport.ingest.domain.registration;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.account.ChannelNames;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.column.ColumnNameClassifier;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.ListRows;
import io.rapport.ingest.domain.input.RejectionStreakException;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.text.BundledWordList;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a staff list with one row per account (columns channel and handle), or one row per member (one column per
 * channel). Other columns, such as names, are ignored.
 */
public final class StaffListIntake {

    private static final Set<String> CHANNEL =
            Set.of("channel", "platform", "network", "kanal", "plattform", "netzwerk");
    private static final Set<String> HANDLE = Set.of(
            "handle",
            "id",
            "account",
            "accountid",
            "username",
            "user",
            "konto",
            "brukernavn",
            "brugernavn",
            "anvandarnamn",
            "benutzername",
            "profil");
    private static final int MAX_NAME = 1_000;

    private final LinkedHashSet<StaffHandle> handles = new LinkedHashSet<>();
    private final StaffHandleReader reader;
    private final ListRows rows = new ListRows();

    /** Creates an intake whose addresses are hashed for an agency. */
    public StaffListIntake(ContactHasher hasher, String agency) {
        this.reader = new StaffHandleReader(hasher, agency);
    }

    /** Whether a cell is the name of a column of a staff list. */
    public static boolean isColumnName(String cell) {
        var word = BundledWordList.fold(cell).replace(" ", "");
        return CHANNEL.contains(word) || HANDLE.contains(word) || ColumnNameClassifier.isColumnName(cell);
    }

    /**
     * Reads one row.
     *
     * @throws RejectionStreakException after too many rejected rows in a row
     */
    public void process(InputRow row) {
        rows.process(row, fields -> handles.addAll(read(fields)));
    }

    /** The number of rows read. */
    public int rows() {
        return rows.count();
    }

    /** The rejected rows. */
    public List<RowRejection> rejected() {
        return rows.rejected();
    }

    /** The handles on the list. */
    public Set<StaffHandle> handles() {
        return Set.copyOf(handles);
    }

    /**
     * Merges this list into the current staff.
     *
     * @param complete whether handles that are not on this list are removed; ignored if rows were rejected or the list is
     *     empty
     */
    public List<StaffHandle> mergeInto(List<StaffHandle> staff, boolean complete) {
        var kept = complete && isFullyRead() ? staff.stream().filter(handles::contains) : staff.stream();
        return Stream.concat(kept, handles.stream()).distinct().toList();
    }

    /** Whether the list has handles and no rejected rows. */
    public boolean isFullyRead() {
        return rows.rejected().isEmpty() && !handles.isEmpty();
    }

    private List<StaffHandle> read(Map<?, ?> cells) {
        var fields = InputFields.of(cells);
        var channel = column(cells, CHANNEL);
        var handle = column(cells, HANDLE);
        var found = channel.isEmpty()
                ? readChannelColumns(fields, cells)
                : List.of(reader.read(fields, handle.orElse("handle"), channelOf(fields, channel.get())));
        if (found.isEmpty()) {
            throw new InputRejectedException(
                    RejectionCode.MISSING_FIELD,
                    "The row has no account: it needs a channel and a handle, or one column per channel.");
        }
        return found;
    }

    private List<StaffHandle> readChannelColumns(InputFields fields, Map<?, ?> cells) {
        return cells.keySet().stream()
                .map(String::valueOf)
                .flatMap(column ->
                        ColumnNameClassifier.classify(column).map(ColumnNameClassifier.Classification::target).stream()
                                .filter(target -> target.is(ClientListField.HANDLE))
                                .map(target -> reader.read(fields, column, String.valueOf(target.detail()))))
                .toList();
    }

    private static String channelOf(InputFields fields, String column) {
        var name = fields.required(column, fields.line(column, MAX_NAME));
        var channel = ChannelNames.canonical(name);
        if (!NameRules.isToken(channel)) {
            throw InputRejectedException.invalid(
                    column,
                    "is '%s', but has to be a channel, such as x or facebook.".formatted(TextCleaner.abbreviate(name)));
        }
        return channel;
    }

    private static Optional<String> column(Map<?, ?> cells, Set<String> names) {
        return cells.keySet().stream()
                .map(String::valueOf)
                .filter(column -> names.contains(BundledWordList.fold(column).replace(" ", "")))
                .findFirst();
    }
}
