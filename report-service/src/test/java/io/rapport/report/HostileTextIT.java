package io.rapport.report;

import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.messaging.json.Json;
import io.rapport.test.HostileText;
import io.rapport.web.pages.PageText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile names: unchanged in the API, escaped on pages. */
class HostileTextIT {

    private static final String BRAND = "/agencies/odd/brands/brand";
    private static ReportServer server;

    @BeforeAll
    static void start() {
        server = new ReportServer();
        HostileTextSampleData.publishTo(server);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void apiReturnsHostileNamesUnchanged() {
        for (var i = 0; i < HostileText.all().size(); i++) {
            var name = HostileText.all().get(i);
            var path = "/v1" + BRAND + "/people/" + person("odd" + i);
            assertThat(server.get(path).json().get("name")).isEqualTo(called(i));
            var export = server.get(path + "/export").json();
            assertThat(Json.mapper()
                            .valueToTree(export)
                            .get("clients")
                            .get(0)
                            .get("name")
                            .asString())
                    .isEqualTo(name);
            assertThat(server.get(path + "/explanation").status()).isEqualTo(200);
        }
        assertThat(server.get("/v1" + BRAND + "/service").status()).isEqualTo(200);
    }

    @Test
    void pagesEscapeHostileNames() {
        var pages = new ArrayList<>(List.of(
                "/",
                BRAND,
                BRAND + "/people",
                BRAND + "/spread",
                BRAND + "/service",
                BRAND + "/value",
                BRAND + "/content"));
        for (var i = 0; i < HostileText.all().size(); i++) {
            var path = BRAND + "/people/" + person("odd" + i);
            assertThat(page(path).selectFirst("h1").text()).isEqualTo(PageText.line(called(i)));
            assertThat(page(path).selectFirst(".handles a").text())
                    .isEqualTo(PageText.line(HostileText.all().get(i)));
            pages.add(path);
        }
        assertThat(page(BRAND + "/people").select(".person")).hasSameSizeAs(HostileText.all());
        pages.forEach(path -> assertHarmless(page(path)));
    }

    @Test
    void pagesEscapeTheReasonOfACorrection() {
        var path = BRAND + "/people/" + person("odd0");
        for (var reason : HostileText.all()) {
            var form = page(path).selectFirst(".meant form");
            var body = "engagement=" + form.selectFirst("[name=engagement]").val() + "&version="
                    + form.selectFirst("[name=version]").val() + "&polarity=-1&reason="
                    + URLEncoder.encode(reason, StandardCharsets.UTF_8);
            var answer = server.form(path + "/sentiment", ReportServer.ADMIN, "same-origin", body);
            if (reason.length() > 500) {
                assertThat(answer.status()).isEqualTo(400);
                continue;
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            await().until(() -> page(path).selectFirst(".meant bdi").text().contains(PageText.line(reason)));
            assertHarmless(page(path));
        }
    }

    /** The name that is shown; an invisible one is replaced. */
    private static String called(int i) {
        var name = HostileText.all().get(i);
        return name.equals(HostileText.INVISIBLE) ? "@odd" + i + " on x" : name;
    }

    private static void assertHarmless(Document page) {
        assertThat(page.select("script:not([src^=/assets/]), img:not([src^=/assets/]), [onerror], [style]"))
                .isEmpty();
        assertThat(page.text()).doesNotContain("\u202E", "\u200B").hasSizeLessThan(20_000);
        // Text that may change the writing direction is isolated in an element.
        assertThat(page.select(":containsOwn(شركة)").stream().map(Element::normalName))
                .allMatch(name -> Set.of("bdi", "title").contains(name));
    }

    private static Document page(String path) {
        var answer = server.page(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
