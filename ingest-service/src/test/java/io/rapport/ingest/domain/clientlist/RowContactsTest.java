package io.rapport.ingest.domain.clientlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.FurtherContacts;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.SampleRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowContactsTest {

    private final Map<String, String> warnings = new LinkedHashMap<>();

    private ClientListed read(@Nullable String country, String... cells) {
        var row = new LinkedHashMap<String, Object>();
        for (var at = 0; at < cells.length; at += 2) {
            row.put(cells[at], cells[at + 1]);
        }
        var sample = List.<InputRow>of(new SampleRows.SampleRow(2, row));
        var columns = ClientListColumns.detect(List.copyOf(row.keySet()), sample, Map.of(), Map.of());
        var brand = BrandRegisteredBuilder.builder(SampleRows.BRAND)
                .country(country)
                .build();
        var read = new ClientRowReader(columns, LocalDate.of(2026, 1, 1), country).read(row);
        warnings.putAll(read.warnings());
        return new ClientListedMapper(brand, SampleRows.HASHES).toEvent(read, SampleRows.NOW);
    }

    private static List<String> emails(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> SampleRows.HASHES.hashEmail("nord", address, "email"))
                .toList();
    }

    private static List<String> phones(String numbers) {
        return Arrays.stream(numbers.split(" "))
                .map(digits -> SampleRows.HASHES.hashPhone("nord", digits, "phone"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "nina@example.com ::: n.vale@example.org # nina@example.com n.vale@example.org",
                "nina@example.com; vale@example.org # nina@example.com vale@example.org",
                "nina@example.com, vale@example.org # nina@example.com vale@example.org",
                "nina@example.com / vale@example.org # nina@example.com vale@example.org",
                "nina@example.com|vale@example.org # nina@example.com vale@example.org",
                "nina@example.com vale@example.org # nina@example.com vale@example.org",
                "Nina <nina@example.com>, Work <vale@example.org> # nina@example.com vale@example.org",
                "mailto:nina@example.com; mailto:vale@example.org # nina@example.com vale@example.org",
                "nina@example.com ; NINA@example.com # nina@example.com",
                "n/a; nina@example.com # nina@example.com",
                "a@example.com ::: b@example.com ::: c@example.com # a@example.com b@example.com c@example.com",
            })
    void readsEveryAddressOfACell(String cell, String expected) {
        assertThat(read(null, "name", "Nina", "email", cell).emailHashes()).isEqualTo(emails(expected.split(" ")));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "+1 415 555 0134 ::: +1 415 555 0135 # 14155550134 14155550135",
                "+47 911 22 001; +47 911 22 002 # 4791122001 4791122002",
                "+47 911 22 001 / +47 911 22 002 # 4791122001 4791122002",
                "+47 911 22 001 or +47 911 22 002 # 4791122001 4791122002",
                "+47 911 22 001, 0047 91122001 # 4791122001",
            })
    void readsEveryNumberOfACell(String cell, String expected) {
        assertThat(read(null, "name", "Nina", "phone", cell).phoneHashes()).isEqualTo(phones(expected));
        assertThat(warnings).isEmpty();
    }

    @Test
    void readsEveryColumnWithMobileNumbersFirst() {
        var client = read(
                null,
                "name",
                "Nina",
                "E-mail 1 - Value",
                "nina@example.com",
                "E-mail 2 - Value",
                "vale@example.org ::: nina@example.com",
                "Phone",
                "+47 22 33 44 55",
                "Mobile",
                "+47 911 22 001");

        assertThat(client.emailHashes()).isEqualTo(emails("nina@example.com", "vale@example.org"));
        assertThat(client.phoneHashes()).isEqualTo(phones("4791122001 4722334455"));
    }

    @Test
    void readsAtMostTenOfEachKindAndSaysSo() {
        var many =
                IntStream.range(0, 12).mapToObj(n -> "a" + n + "@example.com").collect(Collectors.joining(";"));
        var numbers =
                IntStream.range(0, 12).mapToObj(n -> "+47911220" + (10 + n)).collect(Collectors.joining(";"));
        var client = read(null, "name", "Nina", "email", many, "phone", numbers);

        assertThat(client.emailHashes()).hasSize(10);
        assertThat(client.phoneHashes()).hasSize(10);
        assertThat(warnings).containsOnlyKeys("email", "phone");
    }

    @Test
    void anAddressAsIdOrNameIsAnAddressOfTheClient() {
        assertThat(read(null, "id", "ada@example.com", "name", "Ada").emailHashes())
                .isEqualTo(emails("ada@example.com"));
        assertThat(read(null, "id", "1", "name", "Ada <ada@example.com>", "email", "work@example.org")
                        .emailHashes())
                .isEqualTo(emails("work@example.org", "ada@example.com"));
    }

    @Test
    void aClientWithoutFurtherContactsIsPublishedAsBefore() {
        var client = read(null, "name", "Nina", "email", "nina@example.com", "phone", "+47 911 22 001");

        assertThat(client.details()).isNotNull();
        assertThat(client.details().further()).isNull();
        assertThat(ClientListedMapper.digest(client)).isEqualTo("ca31854f71b9b5bd868ca56b8798a8ae");
    }

    @Test
    void otherSpellingsOfAMailboxArePublishedWithTheirMailbox() {
        var client = read(null, "name", "Nina", "email", "ni.na+a@gmail.com ::: nina@gmail.com ::: x@example.com");

        assertThat(client.mailboxHashes()).isEqualTo(emails("nina@gmail.com"));
        assertThat(client.details().further())
                .isEqualTo(new FurtherContacts(
                        emails("nina@gmail.com", "x@example.com"), List.of(), emails("nina@gmail.com")));
    }

    @ParameterizedTest(name = "{0} of a {2} row of a {1} brand is {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "911 22 001, NO, -, 4791122001",
                "91122001, NO, -, 4791122001",
                "0047 911 22 001, NO, -, 4791122001",
                "+4791122001, DE, -, 4791122001",
                "030 901820, DE, -, 4930901820",
                "(030) 90 18 20, DE, -, 4930901820",
                "030 901820, NO, Germany, 4930901820",
                "030 901820, NO, DE, 4930901820",
                "07400 123456, GB, -, 447400123456",
                "415-555-0134, US, -, 14155550134",
                "1 415 555 0134, US, -, 14155550134",
                "06 12 34 56 78, FR, -, 33612345678",
                "06 12 34 56 78, FR, Atlantis, 33612345678",
                "911 22 001, -, -, 91122001",
                "911 22 001, -, Norway, 4791122001",
                "4791122001, NO, -, 4791122001",
                "123456789012345, NO, -, 123456789012345",
            })
    void aNationalNumberIsReadWithTheCountryOfTheRowElseOfTheBrand(
            String number, @Nullable String brand, @Nullable String row, String digits) {
        var client = row == null
                ? read(brand, "name", "Nina", "phone", number)
                : read(brand, "name", "Nina", "phone", number, "country", row);

        assertThat(client.phoneHashes()).isEqualTo(phones(digits));
    }
}
