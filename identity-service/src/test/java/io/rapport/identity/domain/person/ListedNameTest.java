package io.rapport.identity.domain.person;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedNameTest {

    private final IdentityFixture world = new IdentityFixture();

    private static ClientListed row(
            @Nullable String name, @Nullable String given, @Nullable String family, @Nullable String organisation) {
        var details = ClientDetailsBuilder.builder()
                .givenName(given)
                .familyName(family)
                .phoneHash("ab12")
                .organisation(organisation)
                .links(List.of())
                .build();
        return ClientListedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .client("c1")
                .name(name)
                .handles(List.of())
                .fields(Map.of())
                .at(IdentityFixture.NOW)
                .details(details)
                .build();
    }

    private @Nullable String shownName(ClientListed row) {
        world.list(row);
        return world.family(DeterministicIds.clientPerson(BRAND, "c1")).person().name();
    }

    @ParameterizedTest
    @CsvSource({
        ",,,Comune Prova,Comune Prova",
        ",,,Fjordbryg AS,Fjordbryg AS",
        "'','',' ',Tea & Sons Ltd.,Tea & Sons Ltd.",
        "#1050,,,Tea House,Tea House",
        "-,,,3M,3M",
        ",Kim,Koper,Tea House,Kim Koper",
        ",,Koper,Tea House,Koper",
        ",Kim,,,Kim",
        "Kim Koper,,,Tea House,Kim Koper",
        "12345,,,株式会社テスト,株式会社テスト",
        "Order 77,Kim,Koper,,Kim Koper",
        "石川,,,Tea House,石川",
        "#2001,,,Kaffehuset Hjørnet AS,Kaffehuset Hjørnet AS",
        "Invoice no. 17,,,Fjordbryg AS,Fjordbryg AS",
        "0,,,7-Eleven,7-Eleven",
        "***,,,Stazione Centrale,Stazione Centrale",
        "WC-10023,Tuva,Berg,Brygga Bar,Tuva Berg",
        "2024-R-0012,,,H&M,H&M",
        "1050/2024,,,Øl & Vin,Øl & Vin",
        "Kunde 1042,,,Мосводоканал,Мосводоканал",
        "(1050),,Falk,,Falk",
        "No 12,,,4711 Köln,4711 Köln",
    })
    void aRowWithoutAPersonsNameHasTheCompanys(
            @Nullable String name,
            @Nullable String given,
            @Nullable String family,
            @Nullable String company,
            String shown) {
        assertThat(shownName(row(name, given, family, company))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#1050",
                "# 1050",
                "#AB-1050",
                "1050",
                "100-2003",
                "Order 1050",
                "order #1050",
                "INV-2024-001",
                "SO1050",
                "No. 17",
                "№ 12",
                "EU10023",
                "10023-DE",
                "Bestellung 4711",
                "  #7 ",
                "Invoice no. 17",
                "Order nr. 12-3",
                "Auftrag 4711",
                "Faktura 2024-18",
                "PO-7",
                "Ref: 99812",
                "Kunde 1042",
                "(1050)",
                "1050/2024",
                "DE-2024-000123",
                "2024-R-0012",
                "Beställning 88"
            })
    void anOrderNumberIsNoName(String number) {
        assertThat(shownName(row(number, null, null, null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim Koper",
                "3M Norge",
                "Studio 54",
                "Louis XIV",
                "Bo",
                "Order of Malta",
                "7 Eleven",
                "R2D2 Cosplay",
                "Ng",
                "Hotel 1001 Nights",
                "Nordisk 24",
                "4711 Köln",
                "Order Desk",
                "Ref Guide",
                "Client Earth",
                "Kunde Verlag",
                "Area 51 Records",
                "7-Eleven",
                "H2O",
                "No Name Kari",
                "Ticket 2 Ride",
                "Invoice Bureau 9 AS"
            })
    void aNameWithDigitsIsAName(String name) {
        assertThat(shownName(row(name, null, null, null))).isEqualTo(name);
    }

    /** A person without a row is named after the account; an order number in place of a display name is skipped. */
    @ParameterizedTest
    @CsvSource({
        "Ann Example,ann,Ann Example",
        "#1050,ann,ann",
        "Order 1050,ann,ann",
        "1050,ann,ann",
        "INV-2024-001,ann,ann",
        "Bestellung 4711,ann,ann",
        "-,ann,ann",
        "Kaffehuset Hjørnet AS,kaffehuset,Kaffehuset Hjørnet AS",
        "3M Norge,3m,3M Norge",
        "7 Eleven,seven,7 Eleven",
        "#1050,,",
        ",1050,1050",
    })
    void anAccountsOrderNumberIsNoName(@Nullable String displayed, @Nullable String account, @Nullable String shown) {
        world.sight(
                IdentityFixture.x("9"),
                HandleProfileBuilder.builder()
                        .name(account)
                        .displayName(displayed)
                        .build());

        assertThat(world.family(IdentityFixture.provisional(IdentityFixture.x("9")))
                        .person()
                        .name())
                .isEqualTo(shown);
    }
}
