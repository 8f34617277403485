package io.rapport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final String API = "/v1/agencies/acme/brands/coffee";
    private static final String PAGES = "/agencies/acme/brands/coffee";

    @ParameterizedTest
    @CsvSource({
        "PUT, '', INGEST",
        "POST, /engagements, INGEST",
        "PUT, /engagements/7/sentiment, REPORT",
        "POST, /imports/clients/preview, INGEST",
        "GET, /rejected, INGEST",
        "GET, /connections, INGEST",
        "GET, /people, REPORT",
        "GET, /people/7, REPORT",
        "GET, /people/7/timeline, REPORT",
        "POST, /people:lookup, REPORT",
        "GET, /people.csv, REPORT",
        "DELETE, /people/7, IDENTITY",
        "DELETE, /people/7/distinct/8, IDENTITY",
        "POST, /people/7/merge, IDENTITY",
        "POST, /people/7/decisions/9/undo, IDENTITY",
        "GET, /people/7/series, REPORT",
        "GET, /identities, IDENTITY",
        "GET, /identities/7, IDENTITY",
        "GET, /reviews, IDENTITY",
        "POST, /decisions/undo, IDENTITY",
        "GET, /blocked-contacts, IDENTITY",
        "GET, /matching/3, IDENTITY",
        "PUT, /day, SCORING",
        "GET, /models, SCORING",
        "GET, /days/figures, SCORING",
        "GET, /ror, REPORT",
        "GET, /months/2026-10, REPORT"
    })
    void aRequestOfABrandGoesToTheServiceThatServesIt(String method, String path, UpstreamService service) {
        assertThat(RouteTable.find(method, API + path)).contains(service);
    }

    @ParameterizedTest
    @CsvSource({
        "/brands, INGEST",
        "/tokens/7, INGEST",
        "/users/7/invitation, INGEST",
        "/sources/rss/preview, INGEST",
        "/connections/shop/pause, INGEST",
        "/hooks/shop, INGEST"
    })
    void aRequestOfAnAgencyGoesToTheServiceThatServesIt(String path, UpstreamService service) {
        assertThat(RouteTable.find("POST", "/v1/agencies/acme" + path)).contains(service);
    }

    @ParameterizedTest
    @CsvSource({
        "/, REPORT",
        "/sign-in, REPORT",
        "/sign-in/oidc/callback, REPORT",
        "/agencies/acme, REPORT",
        "/assets/base.css, REPORT",
        "/assets/identity/own.css, IDENTITY",
        "/assets/ingest/own.css, INGEST",
        "/connections, INGEST",
        "/connections/shop, INGEST",
        "/invitations/secret, INGEST",
        "/links/acme/coffee/7/secret, INGEST",
        "/agencies/acme/brands/coffee/links, INGEST",
        "/account, INGEST",
        "/agencies/acme/users, INGEST",
        "/agencies/acme/tokens, INGEST",
        "/agencies/acme/connections, INGEST",
        "/agencies/acme/brands/coffee/connections/shop, INGEST"
    })
    void pagesAreOfReportUnlessAnotherServiceHasThem(String path, UpstreamService service) {
        assertThat(RouteTable.find("GET", path)).contains(service);
        assertThat(RouteTable.find("GET", PAGES + "/people/7")).contains(UpstreamService.REPORT);
        assertThat(RouteTable.find("POST", PAGES + "/identities/7")).contains(UpstreamService.IDENTITY);
        assertThat(RouteTable.find("GET", PAGES + "/reviews/list")).contains(UpstreamService.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/prometheus",
                "/v1/internal/ledgers/people",
                "//actuator",
                "/a//b",
                "/a/../actuator",
                "/a/%2E%2e/actuator",
                "/./actuator",
                "/actuator;a/prometheus",
                "/%61ctuator",
                "/%zz",
                "*",
                "example.org:443",
                "http://example.org/",
                ""
            })
    void pathsThatAreNotPublicHaveNoRoute(String path) {
        assertThat(RouteTable.find("GET", path)).isEmpty();
    }

    @Test
    void namesInThePathDoNotChooseTheService() {
        assertThat(RouteTable.find("GET", "/v1/agencies/reviews/brands/models/people"))
                .contains(UpstreamService.REPORT);
        assertThat(RouteTable.find("GET", "/v1/agencies/a%2Fb/brands/c/reviews"))
                .contains(UpstreamService.IDENTITY);
    }
}
