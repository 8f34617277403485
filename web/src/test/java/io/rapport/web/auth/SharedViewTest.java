package io.rapport.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class SharedViewTest {

    private static final String BRAND = "/agencies/acme/brands/shoes";

    @ParameterizedTest
    @CsvSource({
        "GET, '', true, false",
        "GET, /people, true, false",
        "GET, /people/7/timeline, true, false",
        "GET, /people.csv, true, false",
        "GET, /spread/people, true, false",
        "GET, /months, true, false",
        "GET, /months/2026-09, true, false",
        "GET, /months/2026-10, true, true",
        "HEAD, /months/2026-10.pdf, true, true",
        "GET, /months/2026-10.csv, true, true",
        "GET, /months/2026-101, true, false",
        "GET, /imports, false, false",
        "GET, /rejected, false, false",
        "GET, /reviews, false, false",
        "GET, /identities/7, false, false",
        "GET, /erasures/7, false, false",
        "GET, /models, false, false",
        "GET, /connections, false, false",
        "GET, /links, false, false",
        "GET, /changes, false, false",
        "GET, /reminders, false, false",
        "GET, /suggestions, false, false",
        "GET, /ror/people, true, false",
        "GET, /accounts, false, false",
        "GET, /engagements/7/sentiment, false, false",
        "POST, /people, false, false",
        "POST, /people:lookup, false, false",
        "OPTIONS, /people, false, false",
        "PUT, '', false, false",
    })
    void showsFiguresAndExportsOfTheBrandOrOfOneMonth(String method, String path, boolean brand, boolean month) {
        for (var base : new String[] {BRAND, "/v1" + BRAND}) {
            var target = RequestTarget.of(PathContainer.parsePath(base + path));
            assertThat(new SharedView(null).includes(HttpMethod.valueOf(method), target))
                    .isEqualTo(brand);
            assertThat(new SharedView("2026-10").includes(HttpMethod.valueOf(method), target))
                    .isEqualTo(month);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/account", "/agencies/acme", "/v1/agencies/acme/brands", "/agencies/acme/months/2026-10"})
    void showsNothingOutsideOfTheBrand(String path) {
        var target = RequestTarget.of(PathContainer.parsePath(path));

        assertThat(new SharedView(null).includes(HttpMethod.GET, target)).isFalse();
        assertThat(new SharedView("2026-10").includes(HttpMethod.GET, target)).isFalse();
    }
}
