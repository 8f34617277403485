package io.rapport.ingest.domain.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderlessColumnsTest {

    private static List<List<String>> lines(String table) {
        return Arrays.stream(table.split("!"))
                .map(line ->
                        Arrays.stream(line.split(";", -1)).map(String::strip).toList())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id, name, address | 1;Ada Byron;ada@x.no!2;Bo Lund;bo@x.no | client;name;email",
                "one row | 17;Ada Byron;ada@x.no | client;name;email",
                "name before address | Ada Byron;ada@x.no!Bo Lund;bo@x.no | name;email",
                "address before name | ada@x.no;Ada Byron!bo@x.no;Bo Lund | email;name",
                "coded ids | K-001;Ada Byron;ada@x.no!K-002;Bo Lund;bo@x.no | client;name;email",
                "number instead of address | Ada Byron;+47 911 22 333!Bo Lund;+47 911 22 334 | name;phone",
                "given and family name | 1;Ada;Byron;ada@x.no!2;Bo;Lund;bo@x.no | client;givenName;familyName;email",
                "single word names | Ada;ada@x.no!Bo;bo@x.no | name;email",
                "name beside a city | 1;Ada Byron;Oslo;ada@x.no!2;Bo Lund;Bergen;bo@x.no | client;name;Column 3;email",
                "postcode and date stay unread | Ada Byron;ada@x.no;0150;1971-03-04!Bo Lund;bo@x.no;5003;1980-01-01 | name;email;Column 3;Column 4",
                "addresses alone | ada@x.no!bo@x.no!cy@x.no | email",
                "page of the client | 1;Ada Byron;ada@x.no;https://ada.example!2;Bo Lund;bo@x.no;www.bo.example | client;name;email;link",
                "wrapped addresses | '1;Ada Byron;mailto:ada@x.no!2;Bo Lund;Bo <bo@x.no>' | client;name;email",
                "a missing address | 1;Ada Byron;ada@x.no!2;Bo Lund;!3;Cy Dahl;cy@x.no | client;name;email",
                "other scripts | 1;\u041e\u043b\u044c\u0433\u0430 \u0418\u0432\u0430\u043d\u043e\u0432\u0430;olga@x.no!2;Bo Lund;bo@x.no | client;name;email",
                "repeated number is no id | 1;Ada Byron;ada@x.no!1;Bo Lund;bo@x.no | Column 1;name;email",
                "a title above | Clients 2026;;!1;Ada Byron;ada@x.no!2;Bo Lund;bo@x.no | client;name;email"
            })
    void namesColumnsByTheirValues(String what, String table, String names) {
        assertThat(HeaderlessColumns.recognize(lines(table)))
                .get()
                .satisfies(columns -> assertThat(columns.names()).containsExactly(names.split(";")))
                .satisfies(columns -> assertThat(columns.firstRow()).isEqualTo(what.startsWith("a title") ? 1 : 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no address or number | 1;Ada Byron;Oslo!2;Bo Lund;Bergen",
                "no name | 1;ada@x.no;17!2;bo@x.no;18",
                "three columns of single words | Ada;Byron;Oslo;ada@x.no!Bo;Lund;Bergen;bo@x.no",
                "a header that nobody knows | Navne;Osoite!Ada Byron;ada@x.no!Bo Lund;bo@x.no",
                "national numbers only | Ada Byron;911 22 333!Bo Lund;911 22 334",
                "links only | https://x.com/ada;7!https://x.com/bo;8",
                "numbers only | 1;2!3;4",
                "few addresses | 1;Ada Byron;ada@x.no!2;Bo Lund;x!3;Cy Dahl;y!4;Di Moe;z",
                "one word | Ada"
            })
    void recognizesNothingWhereValuesDoNotTell(String what, String table) {
        assertThat(HeaderlessColumns.recognize(lines(table))).isEmpty();
    }
}
