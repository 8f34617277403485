package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.identity.IdentityServiceFixture.HttpReply;
import io.rapport.test.HostileText;
import io.rapport.web.pages.PageText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of people as plain forms, as a browser without scripts uses them. */
class PersonPagesIT {

    private static final String AGENCY = "agency-" + UUID.randomUUID();
    private static IdentityServiceFixture pipeline;

    private final BrandKey brand = new BrandKey(AGENCY, "b" + UUID.randomUUID());
    private final String people = "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/identities";

    @BeforeAll
    static void start() {
        pipeline = new IdentityServiceFixture();
        pipeline.start();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void twoPeopleBecomeOneAndTwoAgainAndAllOfItIsTakenBack() {
        var ann = engaged("x", "Ann Lindqvist");
        var bob = engaged("mastodon", "Bob Ferrier");

        var found = read(people + "?q=ann");
        assertThat(found.select(".rows a").eachText()).containsExactly("Ann Lindqvist");
        var page = read(found.selectFirst(".rows a").attr("href"));
        assertThat(page.selectFirst("h1").text()).isEqualTo("Ann Lindqvist");
        assertThat(page.select(".handles .tag").eachText()).containsExactly("x", "confirmed");
        assertThat(page.select(".handles details li").text()).startsWith("Known by: account ");
        assertThat(page.select("#split [type=checkbox]")).isEmpty();

        var others = read(people + "/" + ann + "?q=bob");
        assertThat(others.select(".choices a").eachText()).containsExactly("Bob Ferrier");
        var merged = send(others.selectFirst("#merge form[method=post]"), "decision=merge", "reason=the same desk");
        assertThat(merged.selectFirst("#said").text()).endsWith("are one person.");
        assertThat(merged.select(".handles > li")).hasSize(2);
        assertThat(merged.select(".history li").first().text()).contains("One person with", "the same desk", "Undo");
        assertThat(read(people + "/" + bob).selectFirst("h1").text())
                .isEqualTo(merged.selectFirst("h1").text());

        var ticked = merged.selectFirst("#split [name=handles]").val();
        var split = send(merged.selectFirst("#split"), "handles=" + ticked, "reason=no, they are not");
        assertThat(split.selectFirst("#said").text()).endsWith("are two people.");
        assertThat(split.select(".handles > li")).hasSize(1);
        assertThat(split.select("#merge h3").text()).isEqualTo("Not the same person as");
        var undone = send(split.selectFirst(".notice form"));
        assertThat(undone.selectFirst("#said").text()).startsWith("Taken back:");
        assertThat(undone.select(".handles > li")).hasSize(2);
        assertThat(undone.select(".history .undone")).hasSize(1);
        var apart = send(undone.select(".history form").last());
        assertThat(apart.select(".handles > li")).hasSize(1);
        assertThat(apart.select(".history form")).isEmpty();
    }

    @Test
    void twoPeopleAreSaidToDifferAndMayBeOneAfterAll() {
        var ann = engaged("x", "Ann Lindqvist");
        engaged("mastodon", "Anne Lindquist");
        var page = read(people + "/" + ann + "?q=lindq");
        assertThat(page.select(".choices a").eachText()).containsExactly("Anne Lindquist");
        var form = page.selectFirst("#merge form[method=post]");
        var differ = send(form, "decision=distinct", "reason=sisters");
        assertThat(differ.selectFirst("#said").text()).endsWith("are two people.");
        var refused = answer(form, "decision=merge", "reason=but no");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Jsoup.parse(refused.body()).selectFirst("#said").text())
                .contains("Not done", "they were declared two people", "administrator", "sisters");
        var lifted = send(differ.selectFirst("#merge .choices form"));
        assertThat(lifted.selectFirst("#said").text()).endsWith("may be one person after all.");
        assertThat(lifted.select("#merge h3")).isEmpty();

        assertThat(answer(form, "decision=merge", "reason=").status()).isEqualTo(422);
        assertThat(answer(form, "decision=perhaps", "reason=x").status()).isEqualTo(422);
        assertThat(form(people + "/" + ann, "decision=merge&reason=x").status()).isEqualTo(422);
        assertThat(form(people + "/" + ann, "decision=split&reason=x&handles=nonsense")
                        .status())
                .isEqualTo(422);
        assertThat(form(people + "/" + ann, "decision=split&reason=x").status()).isEqualTo(422);
        assertThat(form(people + "/" + UUID.randomUUID(), "decision=split&reason=x&handles=a%7Cb%7Cc%7Cd")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPersonIsErasedAndTheReceiptShown() {
        var ann = engaged("x", "Ann Lindqvist");
        var page = read(people + "/" + ann);
        var unsure = form(people + "/" + ann + "/erase", "reason=Request+4711");
        assertThat(unsure.status()).isEqualTo(400);
        assertThat(unsure.body()).contains("cannot be taken back");
        var erased = answer(page.selectFirst("form[action$=erase]"), "sure=true", "reason=Request 4711");
        assertThat(erased.status()).as(erased.body()).isEqualTo(303);
        var receipt = read(erased.location());
        assertThat(receipt.text()).contains("administrator", "Request 4711").doesNotContain("Lindqvist");
        assertThat(receipt.select(".tabs [aria-current]").text()).isEqualTo("Erasures");
        var erasures = people.replace("identities", "erasures");
        await().until(() -> read(erasures).text().contains("handles: 1"));
        var list = read(erasures);
        assertThat(list.select(".rows li").text())
                .contains("administrator")
                .doesNotContain("Lindqvist", "Request 4711");
        assertThat(list.select(".rows a").attr("href")).isEqualTo(erased.location());
        var listed = pipeline.get(brand, "/erasures").json();
        assertThat(listed.get("next").isNull()).isTrue();
        assertThat(listed.get("items").toString())
                .contains("\"by\":\"administrator\"", "\"handles\":1")
                .doesNotContain("Lindqvist", ann.toString(), "4711");
        await().until(() ->
                pipeline.page(people + "/" + ann, IdentityServiceFixture.TOKEN).status() == 404);
        assertThat(read(people).select(".rows a")).isEmpty();
    }

    @Test
    void awkwardNamesStayWordsOnEveryPage() {
        var awkward = new HostileNameSampleData(brand);
        awkward.publishTo(pipeline);
        var pages = new ArrayList<>(List.of("/", people, people.replace("identities", "reviews") + "/list"));
        for (var i : awkward.all()) {
            var name = HostileText.all().get(i);
            var shown = PageText.line(name);
            var client = read(people + "/" + awkward.clientPerson(i));
            assertThat(client.selectFirst("h1").text()).isEqualTo(shown);
            assertThat(pipeline.get(brand, "/people/" + awkward.clientPerson(i))
                            .json()
                            .get("name")
                            .asString())
                    .isEqualTo(name);
            pages.add(people + "/" + awkward.person(i));
            pages.add(people + "/" + awkward.clientPerson(i));
            pages.add(people + "?q=" + encoded(name.substring(0, Math.min(100, name.length()))));
        }
        var review = read(people.replace("identities", "reviews"));
        while (review.selectFirst("[name=ids]") != null) {
            assertHarmless(review);
            review = read(review.selectFirst("a[rel=next]").attr("href"));
        }
        for (var page : pages) {
            assertHarmless(read(page));
        }
    }

    @Test
    void awkwardReasonsStayWords() {
        var ann = engaged("x", "Ann Lindqvist");
        var bob = engaged("mastodon", "Bob Ferrier");
        var page = read(people + "/" + ann + "?q=bob");
        for (var reason : HostileText.all()) {
            if (reason.length() > 2000) {
                assertThat(answer(page.selectFirst("#merge form[method=post]"), "decision=distinct", "reason=" + reason)
                                .status())
                        .isEqualTo(422);
                continue;
            }
            var differ = send(page.selectFirst("#merge form[method=post]"), "decision=distinct", "reason=" + reason);
            assertHarmless(differ);
            assertThat(pipeline.get(brand, "/people/" + bob)
                            .json()
                            .get("decisions")
                            .valueStream()
                            .map(each -> each.get("reason").asString()))
                    .contains(reason.strip());
            var lost = answer(page.selectFirst("#merge form[method=post]"), "decision=merge", "reason=" + reason);
            assertThat(lost.status()).isEqualTo(409);
            assertHarmless(Jsoup.parse(lost.body()));
            assertThat(Jsoup.parse(lost.body()).selectFirst("#said").text()).contains("they were declared two people");
            send(differ.selectFirst("#merge .choices form"));
        }
    }

    @Test
    void lookingIsForReadersDecidingForAdministrators() {
        var ann = engaged("x", "Ann Lindqvist");
        engaged("mastodon", "Bob Ferrier");
        var reader = "reader-" + brand.brand();
        pipeline.issueToken(AGENCY, reader, Set.of(), Scope.READ);
        var path = people + "/" + ann;
        await().until(() -> pipeline.page(path, reader).status() == 200);
        var page = Jsoup.parse(pipeline.page(path + "?q=bob", reader).body());
        assertThat(page.select("main [type=checkbox], main [type=radio], main form[method=post] button"))
                .isEmpty();
        assertThat(page.text()).contains("scope ADMIN");
        for (var each : List.of("", "/undo", "/erase")) {
            assertThat(pipeline.form(path + each, reader, "same-origin", "reason=x")
                            .status())
                    .isEqualTo(403);
            assertThat(pipeline.form(path + each, IdentityServiceFixture.TOKEN, "cross-site", "reason=x")
                            .status())
                    .isEqualTo(401);
            assertThat(pipeline.form(path + each, IdentityServiceFixture.TOKEN, "none", "reason=x")
                            .status())
                    .isEqualTo(401);
        }
        var receipt = people.replace("identities", "erasures") + "/" + UUID.randomUUID();
        assertThat(pipeline.page(receipt, reader).status()).isEqualTo(403);
        assertThat(pipeline.page(receipt, IdentityServiceFixture.TOKEN).status())
                .isEqualTo(404);
        assertThat(pipeline.page(people + "/none", reader).status()).isEqualTo(404);
        assertThat(pipeline.page(people + "/" + UUID.randomUUID(), reader).status())
                .isEqualTo(404);
        assertThat(pipeline.page(people + "?q=" + "x".repeat(201), reader).status())
                .isEqualTo(400);
        assertThat(pipeline.page(people + "?after=none", reader).status()).isEqualTo(404);
    }

    @Test
    void manyPeopleAreReadPageByPage() {
        pipeline.registerBrand(brand, 1);
        for (var i = 0; i < 25; i++) {
            pipeline.engage(new HandleKey(brand, "x", "p" + i), "Somebody " + i, null);
        }
        await().until(() -> pipeline.assignments(brand).size() == 25);
        var first = read(people);
        assertThat(first.select(".rows a")).hasSize(20);
        assertThat(read(first.selectFirst("a[rel=next]").attr("href")).select(".rows a"))
                .hasSize(5);
    }

    private static void assertHarmless(Document page) {
        assertThat(page.select("script:not([src^=/assets/]), img:not([src^=/assets/]), [onerror], [style]"))
                .isEmpty();
        assertThat(page.select("[href^=javascript]")).isEmpty();
        assertThat(page.text()).doesNotContain("\u202E", "\u200B").hasSizeLessThan(20_000);
        // Whatever may turn the direction of writing stands in an element of its own.
        assertThat(page.select(":containsOwn(شركة)").stream().map(Element::normalName))
                .allMatch(name -> Set.of("bdi", "title", "p", "li").contains(name));
        assertThat(page.select("p:containsOwn(شركة), li:containsOwn(شركة)"))
                .allSatisfy(each -> assertThat(each.attr("dir")).isEqualTo("auto"));
    }

    private UUID engaged(String channel, String name) {
        pipeline.registerBrand(brand, 1);
        pipeline.put(brand, "/identity-policy", "{\"inference\":false,\"reviewThreshold\":0.94}");
        var handle = new HandleKey(brand, channel, "id-" + UUID.randomUUID());
        pipeline.engage(
                handle,
                ActorBuilder.builder()
                        .id(handle.handle())
                        .name(name.replace(" ", ""))
                        .displayName(name)
                        .build());
        await().until(() -> pipeline.get(brand, "/people/" + DeterministicIds.provisionalPerson(handle))
                        .status()
                == 200);
        return DeterministicIds.provisionalPerson(handle);
    }

    /** As {@link #answer}, followed to the page it leads to. */
    private Document send(Element form, String... more) {
        var answer = answer(form, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return read(answer.location());
    }

    /** A form with what is hidden in it, what is chosen first, and what is filled in besides. */
    private HttpReply answer(Element form, String... more) {
        var fields = new ArrayList<String>();
        form.select("[type=hidden]").forEach(input -> fields.add(input.attr("name") + "=" + encoded(input.val())));
        form.select("[type=radio]").stream()
                .limit(1)
                .forEach(input -> fields.add(input.attr("name") + "=" + encoded(input.val())));
        for (var each : more) {
            var at = each.indexOf('=');
            var value = each.substring(at + 1);
            fields.add(each.substring(0, at + 1) + encoded(value));
        }
        return form(form.attr("action"), String.join("&", fields));
    }

    private static HttpReply form(String path, String body) {
        return pipeline.form(path, IdentityServiceFixture.TOKEN, "same-origin", body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Document read(String path) {
        var answer = pipeline.page(path, IdentityServiceFixture.TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
