package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.identity.IdentityServiceFixture.HttpReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of suggestions as plain forms, as a browser without scripts uses them. */
class ReviewPagesIT {

    private static final String AGENCY = "agency-" + UUID.randomUUID();
    private static IdentityServiceFixture pipeline;

    private final BrandKey brand = new BrandKey(AGENCY, "b" + UUID.randomUUID());
    private final String path = "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/reviews";

    @BeforeAll
    static void start() {
        pipeline = new IdentityServiceFixture();
        pipeline.start();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @BeforeEach
    void suggest() {
        ReviewSampleData.publishTo(pipeline, brand);
    }

    @Test
    void oneAfterTheOtherInTheOrderOfTheQueue() {
        var order = new ArrayList<String>();
        pipeline.get(brand, "/reviews")
                .json()
                .get("items")
                .forEach(item -> order.add(item.get("id").asString()));
        var page = read(path);
        var seen = new ArrayList<String>();
        while (page.selectFirst("[name=ids]") != null) {
            seen.add(page.selectFirst("[name=ids]").val());
            page = read(page.selectFirst("a[rel=next]").attr("href"));
        }
        assertThat(seen).isEqualTo(order);
        assertThat(page.text()).contains("There are no more after this");
        for (var i = order.size() - 1; i >= 0; i--) {
            page = read(page.selectFirst("a[rel=prev]").attr("href"));
            assertThat(page.selectFirst("[name=ids]").val()).isEqualTo(order.get(i));
        }
    }

    @Test
    void pagesAreInTheLanguageOfTheirReader() {
        var one = read(path + "?lang=nb");
        assertThat(one.selectFirst("html").attr("lang")).isEqualTo("nb");
        assertThat(one.selectFirst("h1").text()).isEqualTo("Er de én person?");
        assertThat(one.select(".waterfall").text()).contains("Hva som ble sammenlignet", "ganger mer sannsynlig");
        assertThat(one.select(".decide button").eachText()).containsExactly("Én person a", "To personer r");
        var list = read(path + "/list?lang=nb");
        assertThat(list.selectFirst("h1").text()).isEqualTo("Hvem som kan være én person");
        var person = read(one.selectFirst(".sides h2 a").attr("href") + "?lang=nb");
        assertThat(person.select("h2").eachText()).containsExactly("Kontoer", "Slå sammen og skill", "Avgjørelser");
    }

    @Test
    void whatIsDecidedIsSaidTheNextIsShownAndItCanBeTakenBack() {
        var first = read(path);
        var id = first.selectFirst("[name=ids]").val();
        var accepted = decide(first, "accept");
        assertThat(accepted.status()).isEqualTo(303);
        var next = read(accepted.location());
        assertThat(next.selectFirst("#said").text()).contains("are one person");
        assertThat(next.selectFirst("[name=ids]").val()).isNotEqualTo(id);

        var undone = pipeline.form(
                path + "/undo", IdentityServiceFixture.TOKEN, "same-origin", fields(next.selectFirst(".notice form")));
        assertThat(undone.status()).isEqualTo(303);
        var again = read(undone.location());
        assertThat(again.selectFirst("#said").text()).startsWith("Taken back:");
        assertThat(again.selectFirst("[name=ids]").val()).isEqualTo(id);
        assertThat(again.select(".notice form")).isEmpty();
        var twice = pipeline.form(
                path + "/undo", IdentityServiceFixture.TOKEN, "same-origin", fields(next.selectFirst(".notice form")));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(Jsoup.parse(twice.body()).selectFirst("#said").text()).contains("taken back already");

        var rejected = read(decide(again, "reject").location());
        assertThat(rejected.selectFirst("#said").text()).contains("are two people");
    }

    @Test
    void aLostRaceSaysWhatHappenedAndShowsTheNext() {
        var page = read(path);
        var id = page.selectFirst("[name=ids]").val();
        pipeline.post(brand, "/reviews/" + id + "/accept", "{\"reason\":\"<b>I know them</b>\"}");
        var lost = decide(page, "reject");
        assertThat(lost.status()).isEqualTo(409);
        var shown = Jsoup.parse(lost.body());
        assertThat(shown.selectFirst("#said").text())
                .contains("they were merged in the meantime", "administrator", "<b>I know them</b>");
        assertThat(shown.select("#said b")).isEmpty();
        assertThat(shown.selectFirst("[name=ids]").val()).isNotEqualTo(id);
        var unknown = pipeline.form(
                path, IdentityServiceFixture.TOKEN, "same-origin", "decision=accept&ids=" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("it was settled before");
    }

    @Test
    void manyAreTickedDecidedAndTakenBack() {
        var list = read(path + "/list");
        var ids = list.select("[name=ids]").eachAttr("value");
        assertThat(ids).hasSize(3);
        var body = "list=true&decision=reject&reason=&ids=" + String.join("&ids=", ids);
        var decided = pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", body);
        assertThat(decided.status()).isEqualTo(303);
        var after = read(decided.location());
        assertThat(after.selectFirst("#said").text()).contains("3 suggestions decided");
        assertThat(after.select("[name=ids]")).isEmpty();
        var undone = pipeline.form(
                path + "/undo", IdentityServiceFixture.TOKEN, "same-origin", fields(after.selectFirst(".notice form")));
        assertThat(read(undone.location()).select("[name=ids]")).hasSize(3);
        assertThat(pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", "list=true&decision=accept")
                        .status())
                .isEqualTo(422);
        assertThat(pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", body.replace("=reject", "=perhaps"))
                        .status())
                .isEqualTo(422);

        pipeline.post(brand, "/reviews/" + ids.get(0) + "/accept", "{\"reason\":\"first\"}");
        var partly = pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", body);
        assertThat(partly.status()).isEqualTo(409);
        var said = Jsoup.parse(partly.body()).selectFirst("#said").text();
        assertThat(said).contains("2 suggestions decided", "in the meantime");
    }

    @Test
    void hostileNamesStayWords() {
        var bodies = new StringBuilder();
        var page = read(path);
        while (page.selectFirst("[name=ids]") != null) {
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("script").attr("src")).isEqualTo("/assets/identity/review.js");
            assertThat(page.select("[style], [href^=javascript]")).isEmpty();
            bodies.append(page.selectFirst(".sides").text()).append('\n');
            page = read(page.selectFirst("a[rel=next]").attr("href"));
        }
        assertThat(bodies.toString())
                .contains(ReviewSampleData.SCRIPT, ReviewSampleData.FAMILY, "شركة", "x".repeat(120) + "…", "Turku")
                .doesNotContain("\u202E", "\u200B", "x".repeat(121));
    }

    @Test
    void onlyWhoMayDecidesAndOnlyFromThisPage() {
        pipeline.issueToken(AGENCY, "reader-" + brand.brand(), Set.of(), Scope.READ);
        pipeline.issueToken("elsewhere", "stranger-" + brand.brand(), Set.of(), Scope.ADMIN);
        var reader = "reader-" + brand.brand();
        var stranger = "stranger-" + brand.brand();
        await().untilAsserted(
                        () -> assertThat(pipeline.page(path, reader).status()).isEqualTo(200));
        await().untilAsserted(
                        () -> assertThat(pipeline.page("/", stranger).status()).isEqualTo(200));
        assertThat(Jsoup.parse(pipeline.page(path, reader).body()).select("main form, main button"))
                .isEmpty();
        assertThat(pipeline.page(path + "/list", reader).body()).doesNotContain("name=\"ids\"");

        var body = fields(read(path).selectFirst(".decide")) + "&decision=accept";
        assertThat(pipeline.form(path, reader, "same-origin", body).status()).isEqualTo(403);
        assertThat(pipeline.form(path + "/undo", reader, "same-origin", "did=x").status())
                .isEqualTo(403);
        assertThat(pipeline.form(path, IdentityServiceFixture.TOKEN, "cross-site", body)
                        .status())
                .isEqualTo(401);
        assertThat(pipeline.form(path, IdentityServiceFixture.TOKEN, "same-site", body)
                        .status())
                .isEqualTo(401);
        assertThat(pipeline.page(path, stranger).status()).isEqualTo(404);
        assertThat(pipeline.form(path, stranger, "same-origin", body).status()).isEqualTo(404);
        assertThat(pipeline.page("/", stranger).body()).doesNotContain(brand.brand());
        assertThat(pipeline.page(path, "nobody").location()).startsWith("/sign-in?next=");
        assertThat(pipeline.get(brand, "/reviews").json().get("items")).hasSize(3);

        assertThat(pipeline.page(path.replace(brand.brand(), "none"), IdentityServiceFixture.TOKEN)
                        .status())
                .isEqualTo(404);
        assertThat(pipeline.page(path + "?id=none", IdentityServiceFixture.TOKEN)
                        .status())
                .isEqualTo(404);
        assertThat(pipeline.page(path + "?did=none", IdentityServiceFixture.TOKEN)
                        .status())
                .isEqualTo(400);
        assertThat(pipeline.page(path + "?cursor=none", IdentityServiceFixture.TOKEN)
                        .status())
                .isEqualTo(400);
    }

    private HttpReply decide(Document page, String decision) {
        var body = fields(page.selectFirst(".decide")) + "&decision=" + decision;
        return pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", body);
    }

    private static String fields(Element form) {
        var fields = new ArrayList<String>();
        form.select("input[name]")
                .forEach(input ->
                        fields.add(input.attr("name") + "=" + URLEncoder.encode(input.val(), StandardCharsets.UTF_8)));
        return String.join("&", fields);
    }

    private static Document read(String path) {
        var answer = pipeline.page(path, IdentityServiceFixture.TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
