package io.rapport.ingest.source.contacts;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import io.rapport.ingest.source.table.MalformedFileException;
import io.rapport.ingest.source.table.TableNote;
import io.rapport.ingest.source.table.TableRecord;
import io.rapport.ingest.source.table.TableRecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads vCards of the versions 2.1, 3.0 and 4.0 as the rows of a client list, one card at a time. Photos, logos, sounds and
 * keys are skipped as they are read, so that their size does not matter; notes are left out.
 */
public final class ContactCardReader implements TableRecordReader {

    /** The media type of vCards. */
    public static final String MEDIA_TYPE = "text/vcard";

    private static final int MAX_NOTES = 100;
    private static final String CARD = "VCARD";

    private final VObjectReader properties;
    private final PhotoFilter lines;
    private final List<TableNote> notes = new ArrayList<>();
    private boolean headerIsRead;
    private boolean hasCard;

    private ContactCardReader(PhotoFilter lines) {
        this.lines = lines;
        this.properties = new VObjectReader(lines, SyntaxRules.vcard());
    }

    /**
     * Opens a file.
     *
     * @param declared the encoding that the request declares; null for UTF-8
     */
    public static ContactCardReader open(InputStream in, @Nullable Charset declared) {
        var charset = Objects.requireNonNullElse(declared, StandardCharsets.UTF_8);
        return new ContactCardReader(new PhotoFilter(new InputStreamReader(in, charset)));
    }

    @Override
    public @Nullable TableRecord read() {
        if (!headerIsRead) {
            headerIsRead = true;
            return new TableRecord(1, ContactCard.COLUMNS);
        }
        try {
            for (var card = next(); card != null; card = next()) {
                var row = new TableRecord(lines.line(), card.cells());
                if (!row.isBlank()) {
                    return row;
                }
                if (notes.size() < MAX_NOTES) {
                    notes.add(new TableNote(lines.line(), "The card has no name, address or number, and was skipped."));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!hasCard) {
            throw new MalformedFileException("The body has no vCard: a card begins with BEGIN:VCARD.");
        }
        return null;
    }

    @Override
    public List<TableNote> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        properties.close();
    }

    /** The next card; null at the end of the file. */
    private @Nullable ContactCard next() throws IOException {
        var collector = new CardCollector();
        properties.parse(collector);
        hasCard |= collector.isComplete;
        return collector.isComplete ? collector.card : null;
    }

    /** Collects the properties of one card; those of a card in it are left out. */
    private static final class CardCollector implements VObjectDataListener {

        private final ContactCard card = new ContactCard();
        private boolean isComplete;

        @Override
        public void onComponentBegin(String name, Context context) {}

        @Override
        public void onComponentEnd(String name, Context context) {
            if (CARD.equalsIgnoreCase(name) && context.getParentComponents().isEmpty()) {
                isComplete = true;
                context.stop();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            var parents = context.getParentComponents();
            if (parents.size() == 1 && CARD.equalsIgnoreCase(parents.get(0))) {
                card.add(property);
            }
        }

        @Override
        public void onVersion(String version, Context context) {}

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {}
    }
}
