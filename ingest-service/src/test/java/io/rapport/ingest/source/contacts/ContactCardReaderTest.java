package io.rapport.ingest.source.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.column.ColumnNameClassifier;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.table.MalformedFileException;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCardReaderTest {

    private static final TableFormat FORMAT = new TableFormat(false, 100, ColumnNameClassifier::isColumnName, null);

    private static List<Map<?, ?>> rows(InputStream in) throws IOException {
        try (var file = TableFile.read(ContactCardReader.open(in, null), FORMAT)) {
            var rows = new ArrayList<Map<?, ?>>();
            while (file.hasNext()) {
                InputRow row = file.next();
                rows.add(row.fields());
            }
            return rows;
        }
    }

    private static List<Map<?, ?>> rows(String cards) throws IOException {
        return rows(new ByteArrayInputStream(cards.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String card(String properties) {
        return "BEGIN:VCARD\nVERSION:3.0\n" + properties + "END:VCARD\n";
    }

    @Test
    void readsVersion3() throws IOException {
        assertThat(
                        rows(
                                card(
                                        "UID:u-1\nFN:Åse Berg\nN:Berg;Åse;Marie;;\nEMAIL;TYPE=work:ase@example.com\nitem1.EMAIL:ase@home.example\nTEL;TYPE=CELL:+47 911 22 301\nTEL;TYPE=WORK:22 33 44 55\nTEL;TYPE=FAX:22 33 44 56\nBDAY:1980-05-17\nORG:Acme;Sales\nADR:;;Gata 1;Oslo;;0150;Norge\nURL:https://ase.example\nNOTE:secret\n")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row)
                                .hasToString(
                                        "{UID=u-1, Full name=Åse Berg, Given name=Åse, Middle name=Marie, Family name=Berg, Email=ase@example.com ::: ase@home.example, Mobile=+47 911 22 301, Phone=22 33 44 55, Birthday=1980-05-17, Organisation=Acme, Street=Gata 1, City=Oslo, Postcode=0150, Country=Norge, Website=https://ase.example}"));
    }

    @Test
    void readsVersions2And4() throws IOException {
        assertThat(
                        rows(
                                "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Berg;=C3=85se\nEMAIL;INTERNET:ase@example.com\nTEL;CELL:91122301\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Bo\nTEL;VALUE=uri;TYPE=\"cell\":tel:+47-911-22-302\nBDAY:19800517\nEND:VCARD\n"))
                .extracting(Object::toString)
                .containsExactly(
                        "{Given name=Åse, Family name=Berg, Email=ase@example.com, Mobile=91122301}",
                        "{Full name=Bo, Mobile=+47-911-22-302, Birthday=1980-05-17}");
    }

    @Test
    void aPhotoOf20MegabytesIsNotKept() throws IOException {
        var line = " " + "QUJD".repeat(18) + "\r\n";
        var photo = "PHOTO;ENCODING=b;TYPE=JPEG:QUJD\r\n" + line.repeat((20 << 20) / line.length());
        var cards =
                "BEGIN:VCARD\r\nVERSION:3.0\r\n" + photo + "item2." + photo + "EMAIL:ann@example.com\r\nEND:VCARD\r\n"
                        + "BEGIN:VCARD\r\nVERSION:3.0\r\nLOGO:" + "QUJD".repeat(5 << 20) + "\r\nFN:Bo\r\nEND:VCARD\r\n";

        assertThat(rows(new ByteArrayInputStream(cards.getBytes(StandardCharsets.US_ASCII))))
                .extracting(Object::toString)
                .containsExactly("{Email=ann@example.com}", "{Full name=Bo}");
    }

    @Test
    void aNameOf20MegabytesIsCut() throws IOException {
        var folded = ("FN:" + "x".repeat(70) + "\n") + (" " + "y".repeat(70) + "\n").repeat(100_000);

        assertThat(rows(card(folded + "EMAIL:a@example.com\n")))
                .singleElement()
                .satisfies(
                        row -> assertThat(String.valueOf(row.get("Full name"))).hasSizeLessThan(70_000));
    }

    @Test
    void emptyCardsAreSkippedWithANote() throws IOException {
        try (var file = TableFile.read(
                ContactCardReader.open(
                        new ByteArrayInputStream(
                                (card("NOTE:x\n") + card("FN:Ann\n")).getBytes(StandardCharsets.UTF_8)),
                        null),
                FORMAT)) {
            assertThat(file.next().fields()).hasToString("{Full name=Ann}");
            assertThat(file.notes()).anyMatch(note -> note.message().contains("was skipped"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name,email\nAnn,a@example.com\n",
                "<html></html>",
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "BEGIN:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\n"
            })
    void whatHasNoCardIsRefused(String file) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(MalformedFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BDAY:yesterday\nFN:Ann\n",
                "TEL;VALUE=uri:tel:\nFN:Ann\n",
                "N\nFN:Ann\n",
                ":\n;:\nFN:Ann\n",
                "GEO:x;y\nTZ:99\nREV:x\nFN:Ann\n"
            })
    void malformedPropertiesAreLeftOut(String properties) throws IOException {
        assertThat(rows(card(properties))).isNotEmpty();
    }
}
