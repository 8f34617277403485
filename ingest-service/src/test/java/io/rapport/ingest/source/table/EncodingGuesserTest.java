package io.rapport.ingest.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingGuesserTest {

    @ParameterizedTest
    @CsvSource({
        "windows-1250, Łukasz Wiśniewski;Żaneta Dąbrowska;Paweł Kamiński",
        "windows-1250, Jiří Dvořák;Věra Němcová;Zdeněk Černý",
        "windows-1250, Győző Kovács;Erzsébet Szűcs;Ödön Tőkés",
        "windows-1250, Łukasz",
        "x-MacRoman, Jürgen Müller;André Lefèvre;François Noël",
        "x-MacRoman, Søren Sørensen;Åse Bjørnstad;Kåre Ødegård",
        "x-MacRoman, José Muñoz;María Ibáñez",
        "windows-31j, 山田太郎;佐藤花子;タカハシ",
        "windows-31j, タカハシ ユウコ;サトウ",
        "EUC-JP, 山田太郎さん;佐藤はなこ;タカハシ",
        "windows-1252, Jürgen Müller;André Lefèvre;François Noël",
        "windows-1252, Søren Sørensen;Åse Bjørnstad;Kåre Ødegård",
        "windows-1252, José Muñoz;João Conceição;Zoë €5",
        "windows-1251, Иван Петров;Мария Сидорова;Ольга Кузнецова",
        "KOI8-R, Иван Петров;Мария Сидорова;Ольга Кузнецова",
        "windows-1253, Γιώργος Παπαδόπουλος;Μαρία Νικολάου"
    })
    void guessesTheEncodingOfNamesAndSaysSo(String charset, String names) throws IOException {
        var rows = names.split(";");
        var text = "name,city\nAnn,Oslo\n" + String.join(",x\n", rows) + ",x\n";
        var format = new TableFormat(false, 100, Map.of("name", 1, "city", 1)::containsKey, null);

        try (var file =
                TableFile.open(new ByteArrayInputStream(text.getBytes(Charset.forName(charset))), null, format)) {
            file.next();
            for (var name : rows) {
                assertThat(file.next().fields()).extracting("name").isEqualTo(name);
            }
            assertThat(file.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.message())
                            .contains("not UTF-8", "guess", "charset=")
                            .contains(charset));
        }
    }
}
