package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.test.Browser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Suggestions worked off in a real browser. Pictures are left in {@code target/screens}. */
@Tag("browser")
class ReviewBrowserIT {

    private static IdentityServiceFixture pipeline;
    private static Browser browser;

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());

    @BeforeAll
    static void open() {
        pipeline = new IdentityServiceFixture();
        pipeline.start();
        browser = new Browser();
        browser.signIn(pipeline.url(), IdentityServiceFixture.TOKEN);
    }

    @AfterAll
    static void close() {
        browser.close();
        pipeline.close();
    }

    @BeforeEach
    void suggest() {
        ReviewSampleData.publishTo(pipeline, brand);
        browser.scripts(true);
        browser.open(pipeline.url() + "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/reviews");
    }

    @Test
    void withKeys() {
        assertThat(browser.driver().getTitle()).startsWith("Are they one person?");
        assertThat(browser.fitsAllViewports("review")).isTrue();
        var first = id();
        browser.press("s");
        var second = await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(first));
        browser.press("k");
        await().until(() -> id().equals(first));
        browser.press("a");
        await().until(() -> said().contains("are one person"));
        await().until(() -> id().equals(second));
        browser.screenshot("decided");
        browser.press("u");
        await().until(() -> said().startsWith("Taken back"));
        await().until(() -> id().equals(first));
        browser.press("r");
        await().until(() -> said().contains("are two people"));
        browser.find("#reason").sendKeys(" arusjk");
        assertThat(id()).isEqualTo(second);
        browser.find("#keys").click();
        browser.press("a");
        assertThat(id()).isEqualTo(second);
        browser.find("#keys").click();
        browser.press("j");
        await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(second));
        browser.press("j");
        await().until(() -> text().contains("There are no more after this"));
        browser.screenshot("end");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void withTheMouseAndManyAtOnce() {
        browser.follow("List");
        assertThat(browser.fitsAllViewports("list")).isTrue();
        browser.find("#all input").click();
        browser.find("[value=reject]").click();
        await().until(() -> said().contains("3 suggestions decided"));
        browser.screenshot("list-decided");
        browser.find(".notice button").click();
        await().until(() -> said().contains("3 decisions taken back"));
        assertThat(browser.all("[name=ids]")).hasSize(3);
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void awkwardNamesNeitherRunNorBreakThePage() {
        var odd = new BrandKey("acme", "o" + UUID.randomUUID());
        var awkward = new HostileNameSampleData(odd);
        awkward.publishTo(pipeline);
        var base = pipeline.url() + "/agencies/" + odd.agency() + "/brands/" + odd.brand();
        for (var page : List.of("/reviews/list", "/identities")) {
            browser.open(base + page);
            assertThat(browser.fitsAllViewports("awkward" + page.replace("/", "-")))
                    .as(page)
                    .isTrue();
            assertThat(browser.isLeftToRight(".rows li", ".pair", "li > :last-child"))
                    .isTrue();
        }
        for (var i : awkward.all()) {
            for (var page : List.of(
                    "/reviews?id=" + awkward.reviews().get(i),
                    "/identities/" + awkward.clientPerson(i) + "?q=" + i + "client",
                    "/identities/" + awkward.person(i))) {
                browser.open(base + page);
                assertThat(browser.fitsAllViewports("awkward-" + i)).as(page).isTrue();
                assertThat(browser.isLeftToRight(".account", ".tag", "bdi")).isTrue();
                assertThat(browser.driver().getTitle()).isNotEqualTo("owned");
            }
        }
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void aPersonIsTakenApartAndPutTogether() {
        browser.follow("People");
        assertThat(browser.fitsAllViewports("people")).isTrue();
        browser.find("#q").sendKeys("quillfeather");
        browser.follow(browser.find(".search button"));
        browser.follow(browser.find(".rows li:not(:has(.client)) a"));
        browser.find("#merge [type=search]").sendKeys("brackenridge");
        browser.follow(browser.find("#merge .search button"));
        browser.find(".choices li:not(:has(.client)) [type=radio]").click();
        browser.find("#merge-reason").sendKeys("the same desk");
        browser.follow(browser.find("[value=merge]"));
        await().until(() -> said().contains("are one person"));
        browser.find(".history summary, .handles summary").click();
        assertThat(browser.fitsAllViewports("person")).isTrue();
        browser.follow(browser.find(".notice button"));
        await().until(() -> said().startsWith("Taken back"));
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void withoutScripts() {
        browser.scripts(false);
        browser.driver().navigate().refresh();
        var first = id();
        browser.find("[value=accept]").click();
        var second = await().until(ReviewBrowserIT::id, id -> !id.isEmpty() && !id.equals(first));
        assertThat(said()).contains("are one person");
        pipeline.post(brand, "/reviews/" + second + "/reject", "{\"reason\":\"seen elsewhere\"}");
        browser.find("[value=accept]").click();
        await().until(() -> said().contains("in the meantime"));
        assertThat(said()).contains("seen elsewhere");
        assertThat(id()).isNotIn(first, second);
        browser.driver().findElement(By.partialLinkText("Skip")).click();
        await().until(() -> text().contains("There are no more after this"));
    }

    private static String id() {
        return browser.evaluate("document.querySelector('[name=ids]')?.getAttribute('value')");
    }

    private static String said() {
        return browser.evaluate("document.getElementById('said')?.innerText");
    }

    private static String text() {
        return browser.evaluate("document.querySelector('main')?.innerText");
    }
}
