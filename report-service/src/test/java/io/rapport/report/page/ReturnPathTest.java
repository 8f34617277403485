package io.rapport.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    private static final String BRAND = "/agencies/north/brands/acme";

    @ParameterizedTest
    @ValueSource(strings = {"", "/people", "/service", "/reminders", "/people?seen=new&sort=-theyToUs"})
    void listOfTheBrandIsReturnedTo(String list) {
        assertThat(ReturnPath.of(BRAND, BRAND + list, "thanks", "/otherwise"))
                .isEqualTo(BRAND + list + (list.contains("?") ? "&" : "?") + "done=thanks");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://other.example",
                "//other.example",
                BRAND + "//other",
                BRAND + "2",
                BRAND + "/people/../..",
                BRAND + "/people?x=\r\nSet-Cookie: a=b",
                "/agencies/west/brands/acme/people"
            })
    void otherAddressIsNotReturnedTo(String back) {
        assertThat(ReturnPath.of(BRAND, back, "thanks", "/otherwise")).isEqualTo("/otherwise");
    }
}
