package io.rapport.ingest.domain.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.column.ClientListColumns.Origin;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.SampleRows.SampleRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientListColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client: Kundenummer|Customer ID|unique_id|rec_id|Kundennr.|Medlemsnr|client|id",
                "name: Name|Full name|Kundenavn|Navn|Namn|Vollständiger Name|official_full|Fulde navn",
                "givenName: First Name|given_name|Fornavn|Förnamn|Vorname|firstName|first",
                "familyName: Surname|lastName|Etternavn|Efternavn|Efternamn|Nachname|last",
                "email: E-mail|Email address|E-post|e-postadress|E-Mail-Adresse|Primary email|MAIL",
                "mobile: Mobile phone|Mobil|Mobilnummer|Handynummer|Cell phone",
                "phone: Phone|Telephone no.|Telefon|Tlf|Telefonnummer|Contact phone",
                "birthDate: DOB|Date of birth|Fødselsdato|Födelsedatum|Geburtsdatum|birthday|date_of_birth",
                "organisation: Company|Organization|Firma|Bedrift|Virksomhed|Företag|Unternehmen|Company name",
                "houseNumber: street_number|Husnr|Hausnummer",
                "street: Street|Address|address_1|Gateadresse|Adresse|Gatuadress|Straße",
                "city: City|Town|suburb|Poststed|By|Ort|Stadt",
                "postcode: Postcode|ZIP|Postnr.|Postnummer|PLZ|Postal code",
                "region: State|County|Fylke|Län|Bundesland",
                "country: Country|Land|country_code",
                "link: Website|url|Hjemmeside|Hemsida|Webseite",
                "handle.x: x|Twitter|Twitter handle|X account",
                "handle.linkedin: LinkedIn|LinkedIn URL",
                "handle.facebook: Facebook ID|fb",
                "handle.threads: handle.threads|Threads",
                "field: Notes|Order id|soc_sec_id|Segment|Sist kontaktet"
            })
    void detectsColumnsByName(String line) {
        var word = line.substring(0, line.indexOf(':'));
        for (var name : line.substring(line.indexOf(':') + 1).strip().split("\\|")) {
            assertThat(columns(Map.of(name, "")).mapping().get(name)).as(name).startsWith(word);
        }
    }

    @Test
    void detectsColumnsByValues() {
        var columns =
                columns(Map.of("a", "ann@example.com", "b", "+47 911 22 333", "c", "https://ann.example", "d", "x"));

        assertThat(columns.mapping())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "email", "b", "phone", "c", "link", "d", "field"));
        assertThat(columns.views()).extracting(ClientListColumns.ColumnView::by).contains(Origin.VALUES, Origin.NOBODY);
    }

    @Test
    void aPartialNameMatchNeedsMatchingValues() {
        assertThat(columns(Map.of("Newsletter email", "yes")).mapping()).containsEntry("Newsletter email", "field");
        assertThat(columns(Map.of("Newsletter email", "a@b.no")).mapping()).containsEntry("Newsletter email", "email");
    }

    @Test
    void theGivenMappingPrecedesTheSavedMappingAndDetection() {
        var given = Map.of("email", "ignore");
        var saved = Map.of("email", "field", "name", "organisation", "gone", "city");
        var columns = ClientListColumns.detect(List.of("email", "name", "city"), List.of(), given, saved);

        assertThat(columns.mapping()).isEqualTo(Map.of("email", "ignore", "name", "organisation", "city", "city"));
        assertThat(columns.unused()).containsExactly("gone");
        assertThat(columns.views())
                .extracting(ClientListColumns.ColumnView::by)
                .containsExactly(Origin.GIVEN, Origin.SAVED, Origin.NAME);
    }

    @Test
    void rejectsUnknownWords() {
        for (var word : List.of("phonenumber", "handle", "handle.No", "email.work", "birthDate.xyz", "")) {
            assertThatThrownBy(() -> ClientListColumns.validateMapping(Map.of("A", word)))
                    .isInstanceOf(InputRejectedException.class)
                    .hasMessageContaining("known are client, name");
        }
    }

    @Test
    void detectsTheOrderOfDayAndMonth() {
        assertThat(dates("3/4/1971", "12/31/1980")).isEqualTo("birthDate.mdy");
        assertThat(dates("3/4/1971", "31/12/1980")).isEqualTo("birthDate.dmy");
        assertThat(dates("3/4/1971", "5/6/1980")).isEqualTo("birthDate.dmy");
    }

    @Test
    void warnsOfPossibleProblems() {
        var rows = List.<InputRow>of(
                new SampleRow(2, Map.of("email", "a@b.no", "email 2", "c@d.no", "dob", "3/4/1971", "note", "x")),
                new SampleRow(3, Map.of("email", "nowhere", "email 2", "c@d.no", "dob", "5/6/1971", "note", "x")));
        var columns = ClientListColumns.detect(List.of("email", "email 2", "dob", "note"), rows, Map.of(), Map.of());

        assertThat(columns.views())
                .allSatisfy(shown -> assertThat(shown.warnings()).hasSize(1));
    }

    @Test
    void aColumnOfOrderNumbersHoldsNoNames() {
        var row = new LinkedHashMap<String, Object>();
        row.put("Name", "#1050");
        row.put("Billing Name", "Kim Koper");
        var columns = columns(row);

        assertThat(columns.mapping()).containsEntry("Name", "field").containsEntry("Billing Name", "name");
        assertThat(columns.views().get(0).warnings()).singleElement().asString().contains("name nobody");
        assertThat(columns.views().get(1).warnings()).isEmpty();
    }

    private static String dates(String... dates) {
        var rows = Stream.of(dates)
                .<InputRow>map(date -> new SampleRow(2, Map.of("dob", date)))
                .toList();
        return ClientListColumns.detect(List.of("dob"), rows, Map.of(), Map.of())
                .mapping()
                .get("dob");
    }

    private static ClientListColumns columns(Map<String, Object> row) {
        var full = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> {
            if (!value.equals("")) {
                full.put(name, value);
            }
        });
        return ClientListColumns.detect(List.copyOf(row.keySet()), List.of(new SampleRow(2, full)), Map.of(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-mail 1 - Label",
                "E-mail 2 - Type",
                "Phone 1 - Label",
                "Phone Type",
                "Email Status",
                "email_verified",
                "Email Opt In",
                "Accepts Email Marketing",
                "EmailType",
                "Telefon Typ",
                "E-post etikett",
                "Email Consent",
                "Phone Extension"
            })
    void aColumnThatDescribesAnotherValueIsNotThatValue(String name) {
        var columns = ClientListColumns.detect(List.of(name), List.of(), Map.of(), Map.of());

        assertThat(columns.mapping()).containsEntry(name, "field");
    }
}
